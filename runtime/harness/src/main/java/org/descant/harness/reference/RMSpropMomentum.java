package org.descant.harness.reference;

import static java.lang.Math.sqrt;

/**
 * RMSprop with momentum over the scaled gradients, eps outside the root; lr multiplies the velocity.
 *
 * <p>Graves (2013), arXiv:1308.0850, equations 38 to 41, in the form of torch.optim.RMSprop with momentum.
 */
final class RMSpropMomentum implements ElementRule {
    private static final int V = 0;
    private static final int A = 1;
    private static final int B = 2;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 0.01)
                .hyper("rho", 0.99)
                .hyper("eps", 1e-8)
                .hyper("momentum", 0.9)
                .hyper("weight_decay", 0)
                .option("centered")
                .option("maximize")
                .state("v")
                .state("a")
                .state("b");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double rho = h.get("rho");
        double d = (h.is("maximize") ? -g : g) + h.get("weight_decay") * w;
        s[V] = rho * s[V] + (1 - rho) * (d * d);
        s[A] = rho * s[A] + (1 - rho) * d;
        double second = h.is("centered") ? s[V] - s[A] * s[A] : s[V];
        s[B] = h.get("momentum") * s[B] + d / (sqrt(second) + h.get("eps"));
        return w - h.get("lr") * s[B];
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double rho = h.get("rho");
        float d = (h.is("maximize") ? -g : g) + (float) h.get("weight_decay") * w;
        s[V] = (float) rho * s[V] + (float) (1 - rho) * (d * d);
        s[A] = (float) rho * s[A] + (float) (1 - rho) * d;
        float second = h.is("centered") ? s[V] - s[A] * s[A] : s[V];
        s[B] = (float) h.get("momentum") * s[B] + d / ((float) sqrt(second) + (float) h.get("eps"));
        return w - (float) h.get("lr") * s[B];
    }
}
