package org.descant.harness.reference;

/**
 * Momentum whose velocity contains lr and is added; weight decay shrinks the parameters.
 *
 * <p>Sutskever et al. (2013), On the Importance of Initialization and Momentum, equations 1 and 2; nesterov and weight_decay as in
 * keras.optimizers.SGD.
 */
final class SGDMomentumRate implements ElementRule {
    private static final int V = 0;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 0.01)
                .hyper("momentum", 0.9)
                .hyper("weight_decay", 0)
                .option("nesterov")
                .state("v");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double lr = h.get("lr");
        double momentum = h.get("momentum");
        s[V] = momentum * s[V] - lr * g;
        double u = h.is("nesterov") ? momentum * s[V] - lr * g : s[V];
        return w * (1 - lr * h.get("weight_decay")) + u;
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double lr = h.get("lr");
        double momentum = h.get("momentum");
        s[V] = (float) momentum * s[V] - (float) lr * g;
        float u = h.is("nesterov") ? (float) momentum * s[V] - (float) lr * g : s[V];
        return w * (float) (1 - lr * h.get("weight_decay")) + u;
    }
}
