package org.descant.harness.reference;

import static java.lang.Math.signum;

/**
 * Lion: the sign of a mean of momentum and gradient.
 *
 * <p>Chen et al. (2023), arXiv:2302.06675, Algorithm 2.
 */
final class Lion implements ElementRule {
    private static final int M = 0;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1e-4)
                .hyper("beta1", 0.9)
                .hyper("beta2", 0.99)
                .hyper("weight_decay", 0)
                .state("m");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double lr = h.get("lr");
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        double c = beta1 * s[M] + (1 - beta1) * g;
        s[M] = beta2 * s[M] + (1 - beta2) * g;
        return w * (1 - lr * h.get("weight_decay")) - lr * signum(c);
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double lr = h.get("lr");
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        float c = (float) beta1 * s[M] + (float) (1 - beta1) * g;
        s[M] = (float) beta2 * s[M] + (float) (1 - beta2) * g;
        return w * (float) (1 - lr * h.get("weight_decay")) - (float) lr * signum(c);
    }
}
