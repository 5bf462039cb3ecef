package org.descant.harness.reference;

import static java.lang.Math.abs;
import static java.lang.Math.max;
import static java.lang.StrictMath.pow;

/**
 * Adamax with eps beside the infinity norm.
 *
 * <p>Kingma &amp; Ba (2015), arXiv:1412.6980, Algorithm 2, which has no eps; its place as in keras.optimizers.Adamax.
 */
final class AdamaxEpsAfter implements ElementRule {
    private static final int M = 0;
    private static final int U = 1;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1e-3)
                .hyper("beta1", 0.9)
                .hyper("beta2", 0.999)
                .hyper("eps", 1e-7)
                .state("m")
                .state("u");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double beta1 = h.get("beta1");
        s[M] = beta1 * s[M] + (1 - beta1) * g;
        s[U] = max(h.get("beta2") * s[U], abs(g));
        return w - h.get("lr") * s[M] / ((1 - pow(beta1, t)) * (s[U] + h.get("eps")));
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double beta1 = h.get("beta1");
        s[M] = (float) beta1 * s[M] + (float) (1 - beta1) * g;
        s[U] = max((float) h.get("beta2") * s[U], abs(g));
        return w - (float) h.get("lr") * s[M] / ((float) (1 - pow(beta1, t)) * (s[U] + (float) h.get("eps")));
    }
}
