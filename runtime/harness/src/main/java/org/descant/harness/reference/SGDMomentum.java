package org.descant.harness.reference;

/**
 * Momentum whose velocity is a sum of gradients: lr multiplies the velocity.
 *
 * <p>Polyak (1964), Some Methods of Speeding up the Convergence of Iteration Methods; nesterov, in the form that needs no look-ahead:
 * Sutskever et al. (2013), On the Importance of Initialization and Momentum, section 2, in the variable of torch.optim.SGD.
 */
final class SGDMomentum implements ElementRule {
    private static final int B = 0;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1e-3)
                .hyper("momentum", 0.9)
                .hyper("weight_decay", 0)
                .option("nesterov")
                .option("maximize")
                .state("b");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double momentum = h.get("momentum");
        double d = (h.is("maximize") ? -g : g) + h.get("weight_decay") * w;
        s[B] = momentum * s[B] + d;
        double u = h.is("nesterov") ? d + momentum * s[B] : s[B];
        return w - h.get("lr") * u;
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double momentum = h.get("momentum");
        float d = (h.is("maximize") ? -g : g) + (float) h.get("weight_decay") * w;
        s[B] = (float) momentum * s[B] + d;
        float u = h.is("nesterov") ? d + (float) momentum * s[B] : s[B];
        return w - (float) h.get("lr") * u;
    }
}
