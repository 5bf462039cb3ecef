package org.descant.harness.reference;

/**
 * Momentum into which every gradient but the first enters times 1 - dampening.
 *
 * <p>torch.optim.SGD with dampening.
 */
final class SGDDampening implements ElementRule {
    private static final int B = 0;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1e-3)
                .hyper("momentum", 0.9)
                .hyper("dampening", 0)
                .hyper("weight_decay", 0)
                .state("b");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double d = g + h.get("weight_decay") * w;
        s[B] = h.get("momentum") * s[B] + (t == 1 ? 1 : 1 - h.get("dampening")) * d;
        return w - h.get("lr") * s[B];
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        float d = g + (float) h.get("weight_decay") * w;
        s[B] = (float) h.get("momentum") * s[B] + (float) (t == 1 ? 1 : 1 - h.get("dampening")) * d;
        return w - (float) h.get("lr") * s[B];
    }
}
