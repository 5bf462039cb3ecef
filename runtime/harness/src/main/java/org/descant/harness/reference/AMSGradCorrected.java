package org.descant.harness.reference;

import static java.lang.Math.max;
import static java.lang.Math.sqrt;
import static java.lang.StrictMath.pow;

/**
 * AMSGrad whose maximum is of the corrected second moment.
 *
 * <p>Reddi, Kale &amp; Kumar (2018), arXiv:1904.09237, Algorithm 2, in the form of optax.amsgrad.
 */
final class AMSGradCorrected implements ElementRule {
    private static final int M = 0;
    private static final int V = 1;
    private static final int X = 2;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1e-3)
                .hyper("beta1", 0.9)
                .hyper("beta2", 0.999)
                .hyper("eps", 1e-8)
                .hyper("eps_root", 0)
                .state("m")
                .state("v")
                .state("x");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        s[M] = beta1 * s[M] + (1 - beta1) * g;
        s[V] = beta2 * s[V] + (1 - beta2) * (g * g);
        s[X] = max(s[X], s[V] / (1 - pow(beta2, t)));
        double mhat = s[M] / (1 - pow(beta1, t));
        return w - h.get("lr") * mhat / (sqrt(s[X] + h.get("eps_root")) + h.get("eps"));
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        s[M] = (float) beta1 * s[M] + (float) (1 - beta1) * g;
        s[V] = (float) beta2 * s[V] + (float) (1 - beta2) * (g * g);
        s[X] = max(s[X], s[V] / (float) (1 - pow(beta2, t)));
        float mhat = s[M] / (float) (1 - pow(beta1, t));
        return w - (float) h.get("lr") * mhat / ((float) sqrt(s[X] + (float) h.get("eps_root")) + (float) h.get("eps"));
    }
}
