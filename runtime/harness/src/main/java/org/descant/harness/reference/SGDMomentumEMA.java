package org.descant.harness.reference;

/**
 * Momentum as an exponential moving average of the gradient, without bias correction.
 *
 * <p>Ng (2017), Improving Deep Neural Networks, week 2: v = k v + (1 - k) dw.
 */
final class SGDMomentumEMA implements ElementRule {
    private static final int V = 0;

    @Override
    public Signature signature() {
        return new Signature().hyper("lr", 0.01).hyper("momentum", 0.9).state("v");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double momentum = h.get("momentum");
        s[V] = momentum * s[V] + (1 - momentum) * g;
        return w - h.get("lr") * s[V];
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double momentum = h.get("momentum");
        s[V] = (float) momentum * s[V] + (float) (1 - momentum) * g;
        return w - (float) h.get("lr") * s[V];
    }
}
