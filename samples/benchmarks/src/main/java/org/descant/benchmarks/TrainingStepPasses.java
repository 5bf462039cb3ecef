package org.descant.benchmarks;

/** {@code trainingstep.opt} as passes: clipping as torch.nn.utils.clip_grad_norm_, AdamW as torch's foreach form, then the mean. */
final class TrainingStepPasses implements Passes {
    private static final float BETA1 = 0.9f;
    private static final double BETA2 = 0.999;
    private static final float DECAY = 0.999f;

    private final float[][] w;
    private final float[][] g;
    private final float[][] m;
    private final float[][] v;
    private final float[][] average;
    private final float[] temporary;
    private int t;

    TrainingStepPasses(Model model) {
        w = model.values();
        g = model.gradients();
        m = model.zeros();
        v = model.zeros();
        average = model.zeros();
        temporary = new float[w[0].length];
        for (int tensor = 0; tensor < w.length; tensor++) {
            System.arraycopy(w[tensor], 0, average[tensor], 0, w[tensor].length);
        }
    }

    @Override
    public void step() {
        clip();
        double lr = rate(t);
        t++;
        float towards = (float) (-lr / (1 - Math.pow(BETA1, t)));
        float root = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, t)));
        for (int i = 0; i < w.length; i++) {
            Operations.scale(w[i], (float) (1 - lr * 0.01));
            Operations.combine(m[i], BETA1, g[i], 1 - BETA1);
            Operations.scale(v[i], (float) BETA2);
            Operations.addSquare(v[i], (float) (1 - BETA2), g[i]);
            Operations.root(temporary, root, v[i]);
            Operations.shift(temporary, 1e-8f);
            Operations.addQuotient(w[i], towards, m[i], temporary);
            Operations.combine(average[i], DECAY, w[i], 1 - DECAY);
        }
    }

    private void clip() {
        double sum = 0;
        for (float[] tensor : g) {
            sum += Operations.sumOfSquares(tensor);
        }
        float factor = (float) (1 / Math.max(Math.sqrt(sum), 1));
        for (float[] tensor : g) {
            Operations.scale(tensor, factor);
        }
    }

    /** Warm-up over 500 steps to 3e-4, then half a cosine to 0 at 10,000. */
    private static double rate(int completed) {
        return completed < 500
                ? 3e-4 * completed / 500
                : 3e-4 * 0.5 * (1 + Math.cos(Math.PI * Math.min(completed - 500, 9_500) / 9_500));
    }
}
