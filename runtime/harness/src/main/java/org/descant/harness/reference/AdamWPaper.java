package org.descant.harness.reference;

import static java.lang.Math.sqrt;
import static java.lang.StrictMath.pow;

/**
 * AdamW as the paper prints it: the decay is not multiplied by lr.
 *
 * <p>Loshchilov &amp; Hutter (2019), arXiv:1711.05101, Algorithm 2, line 12 with a schedule multiplier of 1.
 */
final class AdamWPaper implements ElementRule {
    private static final int M = 0;
    private static final int V = 1;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1e-3)
                .hyper("beta1", 0.9)
                .hyper("beta2", 0.999)
                .hyper("eps", 1e-8)
                .hyper("weight_decay", 1e-5)
                .state("m")
                .state("v");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        s[M] = beta1 * s[M] + (1 - beta1) * g;
        s[V] = beta2 * s[V] + (1 - beta2) * (g * g);
        double mhat = s[M] / (1 - pow(beta1, t));
        double vhat = s[V] / (1 - pow(beta2, t));
        return w - (h.get("lr") * mhat / (sqrt(vhat) + h.get("eps")) + h.get("weight_decay") * w);
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        s[M] = (float) beta1 * s[M] + (float) (1 - beta1) * g;
        s[V] = (float) beta2 * s[V] + (float) (1 - beta2) * (g * g);
        float mhat = s[M] / (float) (1 - pow(beta1, t));
        float vhat = s[V] / (float) (1 - pow(beta2, t));
        return w
                - ((float) h.get("lr") * mhat / ((float) sqrt(vhat) + (float) h.get("eps"))
                        + (float) h.get("weight_decay") * w);
    }
}
