package org.descant.harness.reference;

import static java.lang.Math.sqrt;

/**
 * Adagrad with eps outside the root.
 *
 * <p>Duchi, Hazan &amp; Singer (2011), JMLR 12, section 1, the diagonal form; lr_decay and the place of eps as in torch.optim.Adagrad.
 */
final class Adagrad implements ElementRule {
    private static final int V = 0;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 0.01)
                .hyper("lr_decay", 0)
                .hyper("initial_accumulator", 0)
                .hyper("eps", 1e-10)
                .hyper("weight_decay", 0)
                .option("maximize")
                .state("v", h -> h.get("initial_accumulator"));
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double d = (h.is("maximize") ? -g : g) + h.get("weight_decay") * w;
        s[V] = s[V] + d * d;
        return w - (h.get("lr") / (1 + (t - 1) * h.get("lr_decay"))) * d / (sqrt(s[V]) + h.get("eps"));
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        float d = (h.is("maximize") ? -g : g) + (float) h.get("weight_decay") * w;
        s[V] = s[V] + d * d;
        return w
                - (float) (h.get("lr") / (1 + (t - 1) * h.get("lr_decay")))
                        * d
                        / ((float) sqrt(s[V]) + (float) h.get("eps"));
    }
}
