package org.descant.harness.reference;

import static java.lang.Math.abs;
import static java.lang.Math.max;
import static java.lang.StrictMath.pow;

/**
 * Adamax: Adam with the infinity norm, eps inside the maximum.
 *
 * <p>Kingma &amp; Ba (2015), arXiv:1412.6980, Algorithm 2, which has no eps; its place as in torch.optim.Adamax.
 */
final class Adamax implements ElementRule {
    private static final int M = 0;
    private static final int U = 1;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 2e-3)
                .hyper("beta1", 0.9)
                .hyper("beta2", 0.999)
                .hyper("eps", 1e-8)
                .option("maximize")
                .state("m")
                .state("u");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double beta1 = h.get("beta1");
        double d = h.is("maximize") ? -g : g;
        s[M] = beta1 * s[M] + (1 - beta1) * d;
        s[U] = max(h.get("beta2") * s[U], abs(d) + h.get("eps"));
        return w - (h.get("lr") / (1 - pow(beta1, t))) * s[M] / s[U];
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double beta1 = h.get("beta1");
        float d = h.is("maximize") ? -g : g;
        s[M] = (float) beta1 * s[M] + (float) (1 - beta1) * d;
        s[U] = max((float) h.get("beta2") * s[U], abs(d) + (float) h.get("eps"));
        return w - (float) (h.get("lr") / (1 - pow(beta1, t))) * s[M] / s[U];
    }
}
