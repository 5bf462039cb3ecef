package org.descant.harness.reference;

import static java.lang.Math.sqrt;

/**
 * RMSprop with eps inside the root.
 *
 * <p>Tieleman &amp; Hinton (2012), Neural Networks for Machine Learning, lecture 6e; eps as in keras.optimizers.RMSprop and optax.rmsprop.
 */
final class RMSpropEpsInside implements ElementRule {
    private static final int V = 0;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1e-3)
                .hyper("rho", 0.9)
                .hyper("eps", 1e-8)
                .state("v");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double rho = h.get("rho");
        s[V] = rho * s[V] + (1 - rho) * (g * g);
        return w - h.get("lr") * g / sqrt(s[V] + h.get("eps"));
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double rho = h.get("rho");
        s[V] = (float) rho * s[V] + (float) (1 - rho) * (g * g);
        return w - (float) h.get("lr") * g / (float) sqrt(s[V] + (float) h.get("eps"));
    }
}
