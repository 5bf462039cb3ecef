package org.descant.harness.reference;

/**
 * Momentum with decoupled weight decay, which lr scales.
 *
 * <p>Loshchilov &amp; Hutter (2019), arXiv:1711.05101, Algorithm 1, in the form of timm.optim.SGDW.
 */
final class SGDW implements ElementRule {
    private static final int B = 0;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1e-3)
                .hyper("momentum", 0.9)
                .hyper("dampening", 0)
                .hyper("weight_decay", 1e-4)
                .option("nesterov")
                .state("b");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double lr = h.get("lr");
        double momentum = h.get("momentum");
        s[B] = momentum * s[B] + (t == 1 ? 1 : 1 - h.get("dampening")) * g;
        double u = h.is("nesterov") ? g + momentum * s[B] : s[B];
        return w * (1 - lr * h.get("weight_decay")) - lr * u;
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double lr = h.get("lr");
        double momentum = h.get("momentum");
        s[B] = (float) momentum * s[B] + (float) (t == 1 ? 1 : 1 - h.get("dampening")) * g;
        float u = h.is("nesterov") ? g + (float) momentum * s[B] : s[B];
        return w * (float) (1 - lr * h.get("weight_decay")) - (float) lr * u;
    }
}
