package org.descant.benchmarks;

/** LAMB as passes: both means, the direction into a temporary array, two norms, and the step. */
final class LambPasses implements Passes {
    private static final float BETA1 = 0.9f;
    private static final double BETA2 = 0.999;

    private final float[][] w;
    private final float[][] g;
    private final float[][] m;
    private final float[][] v;
    private final float[] u;
    private int t;

    LambPasses(Model model) {
        w = model.values();
        g = model.gradients();
        m = model.zeros();
        v = model.zeros();
        u = new float[w[0].length];
    }

    @Override
    public void step() {
        t++;
        float first = (float) (1 / (1 - Math.pow(BETA1, t)));
        float root = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, t)));
        for (int i = 0; i < w.length; i++) {
            Operations.combine(m[i], BETA1, g[i], 1 - BETA1);
            Operations.scale(v[i], (float) BETA2);
            Operations.addSquare(v[i], (float) (1 - BETA2), g[i]);
            Operations.root(u, root, v[i]);
            Operations.shift(u, 1e-6f);
            Operations.divide(u, first, m[i]);
            Operations.combine(u, 1, w[i], 0.01f);
            double length = Math.sqrt(Operations.sumOfSquares(w[i]));
            double move = Math.sqrt(Operations.sumOfSquares(u));
            double factor = length > 0 && move > 0 ? length / move : 1;
            Operations.combine(w[i], 1, u, (float) (-1e-3 * factor));
        }
    }
}
