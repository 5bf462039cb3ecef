package org.descant.harness.reference;

/**
 * Momentum with decoupled weight decay as the paper prints it: the decay is not multiplied by lr, the velocity contains it.
 *
 * <p>Loshchilov &amp; Hutter (2019), arXiv:1711.05101, Algorithm 1, lines 6 to 9 with a schedule multiplier of 1.
 */
final class SGDWPaper implements ElementRule {
    private static final int M = 0;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 0.01)
                .hyper("momentum", 0.9)
                .hyper("weight_decay", 1e-4)
                .state("m");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        s[M] = h.get("momentum") * s[M] + h.get("lr") * g;
        return w - s[M] - h.get("weight_decay") * w;
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        s[M] = (float) h.get("momentum") * s[M] + (float) h.get("lr") * g;
        return w - s[M] - (float) h.get("weight_decay") * w;
    }
}
