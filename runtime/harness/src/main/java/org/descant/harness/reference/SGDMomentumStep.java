package org.descant.harness.reference;

/**
 * Momentum whose velocity contains lr and is subtracted.
 *
 * <p>Qian (1999), On the Momentum Term in Gradient Descent Learning Algorithms, equation 3, the sign of the velocity turned.
 */
final class SGDMomentumStep implements ElementRule {
    private static final int V = 0;

    @Override
    public Signature signature() {
        return new Signature().hyper("lr", 0.01).hyper("momentum", 0.9).state("v");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        s[V] = h.get("momentum") * s[V] + h.get("lr") * g;
        return w - s[V];
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        s[V] = (float) h.get("momentum") * s[V] + (float) h.get("lr") * g;
        return w - s[V];
    }
}
