package org.descant.harness.reference;

import static java.lang.Math.sqrt;

/**
 * RMSprop with momentum in a velocity that contains lr, eps inside the root.
 *
 * <p>Graves (2013), arXiv:1308.0850, equations 38 to 41, in the form of keras.optimizers.RMSprop with momentum.
 */
final class RMSpropRate implements ElementRule {
    private static final int V = 0;
    private static final int A = 1;
    private static final int B = 2;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1e-3)
                .hyper("rho", 0.9)
                .hyper("eps", 1e-7)
                .hyper("momentum", 0.9)
                .option("centered")
                .option("nesterov")
                .state("v")
                .state("a")
                .state("b");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double rho = h.get("rho");
        double momentum = h.get("momentum");
        s[V] = rho * s[V] + (1 - rho) * (g * g);
        s[A] = rho * s[A] + (1 - rho) * g;
        double second = h.is("centered") ? s[V] - s[A] * s[A] : s[V];
        double u = h.get("lr") * g / sqrt(second + h.get("eps"));
        s[B] = momentum * s[B] + u;
        return w - (h.is("nesterov") ? momentum * s[B] + u : s[B]);
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double rho = h.get("rho");
        double momentum = h.get("momentum");
        s[V] = (float) rho * s[V] + (float) (1 - rho) * (g * g);
        s[A] = (float) rho * s[A] + (float) (1 - rho) * g;
        float second = h.is("centered") ? s[V] - s[A] * s[A] : s[V];
        float u = (float) h.get("lr") * g / (float) sqrt(second + (float) h.get("eps"));
        s[B] = (float) momentum * s[B] + u;
        return w - (h.is("nesterov") ? (float) momentum * s[B] + u : s[B]);
    }
}
