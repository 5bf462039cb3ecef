package org.descant.harness.reference;

import static java.lang.Math.sqrt;
import static java.lang.StrictMath.pow;

/**
 * Adam in the order of computation that its paper proposes, with "epsilon hat" beside the root of the raw second moment.
 *
 * <p>Kingma &amp; Ba (2015), arXiv:1412.6980, end of section 2; the averages and the weight decay as in keras.optimizers.AdamW.
 */
final class AdamEpsHat implements ElementRule {
    private static final int M = 0;
    private static final int V = 1;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1e-3)
                .hyper("beta1", 0.9)
                .hyper("beta2", 0.999)
                .hyper("eps", 1e-7)
                .hyper("weight_decay", 0)
                .state("m")
                .state("v");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double lr = h.get("lr");
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        s[M] = s[M] + (g - s[M]) * (1 - beta1);
        s[V] = s[V] + (g * g - s[V]) * (1 - beta2);
        double rate = lr * sqrt(1 - pow(beta2, t)) / (1 - pow(beta1, t));
        return w * (1 - lr * h.get("weight_decay")) - s[M] * rate / (sqrt(s[V]) + h.get("eps"));
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double lr = h.get("lr");
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        s[M] = s[M] + (g - s[M]) * (float) (1 - beta1);
        s[V] = s[V] + (g * g - s[V]) * (float) (1 - beta2);
        double rate = lr * sqrt(1 - pow(beta2, t)) / (1 - pow(beta1, t));
        return w * (float) (1 - lr * h.get("weight_decay"))
                - s[M] * (float) rate / ((float) sqrt(s[V]) + (float) h.get("eps"));
    }
}
