package org.descant.harness.reference;

import static java.lang.Math.sqrt;

/**
 * RMSprop with eps outside the root, centered on request.
 *
 * <p>Tieleman &amp; Hinton (2012), Neural Networks for Machine Learning, lecture 6e; centered: Graves (2013), arXiv:1308.0850,
 * equations 38 to 40; the place of eps as in torch.optim.RMSprop.
 */
final class RMSprop implements ElementRule {
    private static final int V = 0;
    private static final int A = 1;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 0.01)
                .hyper("rho", 0.99)
                .hyper("eps", 1e-8)
                .hyper("weight_decay", 0)
                .option("centered")
                .option("maximize")
                .state("v")
                .state("a");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double rho = h.get("rho");
        double d = (h.is("maximize") ? -g : g) + h.get("weight_decay") * w;
        s[V] = rho * s[V] + (1 - rho) * (d * d);
        s[A] = rho * s[A] + (1 - rho) * d;
        double second = h.is("centered") ? s[V] - s[A] * s[A] : s[V];
        return w - h.get("lr") * d / (sqrt(second) + h.get("eps"));
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double rho = h.get("rho");
        float d = (h.is("maximize") ? -g : g) + (float) h.get("weight_decay") * w;
        s[V] = (float) rho * s[V] + (float) (1 - rho) * (d * d);
        s[A] = (float) rho * s[A] + (float) (1 - rho) * d;
        float second = h.is("centered") ? s[V] - s[A] * s[A] : s[V];
        return w - (float) h.get("lr") * d / ((float) sqrt(second) + (float) h.get("eps"));
    }
}
