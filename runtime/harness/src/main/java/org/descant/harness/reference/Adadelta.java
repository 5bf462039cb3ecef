package org.descant.harness.reference;

import static java.lang.Math.sqrt;

/**
 * Adadelta: steps in the units of the parameters.
 *
 * <p>Zeiler (2012), arXiv:1212.5701, Algorithm 1; the paper's rule has lr = 1 and no weight decay.
 */
final class Adadelta implements ElementRule {
    private static final int V = 0;
    private static final int D = 1;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1)
                .hyper("rho", 0.9)
                .hyper("eps", 1e-6)
                .hyper("weight_decay", 0)
                .option("maximize")
                .state("v")
                .state("d");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double rho = h.get("rho");
        double eps = h.get("eps");
        double x = (h.is("maximize") ? -g : g) + h.get("weight_decay") * w;
        s[V] = rho * s[V] + (1 - rho) * (x * x);
        double u = sqrt(s[D] + eps) / sqrt(s[V] + eps) * x;
        s[D] = rho * s[D] + (1 - rho) * (u * u);
        return w - h.get("lr") * u;
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double rho = h.get("rho");
        double eps = h.get("eps");
        float x = (h.is("maximize") ? -g : g) + (float) h.get("weight_decay") * w;
        s[V] = (float) rho * s[V] + (float) (1 - rho) * (x * x);
        float u = (float) sqrt(s[D] + (float) eps) / (float) sqrt(s[V] + (float) eps) * x;
        s[D] = (float) rho * s[D] + (float) (1 - rho) * (u * u);
        return w - (float) h.get("lr") * u;
    }
}
