package org.descant.harness.reference;

import static java.lang.Math.sqrt;

/**
 * Adagrad with eps inside the root.
 *
 * <p>Duchi, Hazan &amp; Singer (2011), JMLR 12, section 1, the diagonal form; eps as in keras.optimizers.Adagrad and optax.adagrad.
 */
final class AdagradEpsInside implements ElementRule {
    private static final int V = 0;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1e-3)
                .hyper("initial_accumulator", 0.1)
                .hyper("eps", 1e-7)
                .state("v", h -> h.get("initial_accumulator"));
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        s[V] = s[V] + g * g;
        return w - h.get("lr") / sqrt(s[V] + h.get("eps")) * g;
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        s[V] = s[V] + g * g;
        return w - (float) h.get("lr") / (float) sqrt(s[V] + (float) h.get("eps")) * g;
    }
}
