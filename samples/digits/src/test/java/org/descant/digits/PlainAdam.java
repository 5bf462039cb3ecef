package org.descant.digits;

/** Adam as a plain loop that no framework knows. */
final class PlainAdam implements Runnable {
    private final Perceptron network;
    private final float lr;
    private final float[] m;
    private final float[] v;
    private int t;

    PlainAdam(Perceptron network, float lr) {
        this.network = network;
        this.lr = lr;
        this.m = new float[network.size()];
        this.v = new float[network.size()];
    }

    @Override
    public void run() {
        t++;
        float[] w = network.values();
        float[] g = network.gradients();
        float correction1 = (float) (1 - StrictMath.pow(0.9, t));
        float correction2 = (float) (1 - StrictMath.pow(0.999, t));
        for (int i = 0; i < w.length; i++) {
            m[i] = 0.9f * m[i] + 0.1f * g[i];
            v[i] = 0.999f * v[i] + 0.001f * g[i] * g[i];
            float step = lr * (m[i] / correction1) / ((float) Math.sqrt(v[i] / correction2) + 1e-8f);
            network.setValue(i, w[i] - step);
        }
    }
}
