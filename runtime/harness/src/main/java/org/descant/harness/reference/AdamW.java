package org.descant.harness.reference;

import static java.lang.Math.max;
import static java.lang.Math.sqrt;
import static java.lang.StrictMath.pow;

/**
 * Adam with decoupled weight decay, which lr scales; with amsgrad the divisor never falls.
 *
 * <p>Loshchilov &amp; Hutter (2019), arXiv:1711.05101, Algorithm 2; as torch.optim.AdamW.
 */
final class AdamW implements ElementRule {
    private static final int M = 0;
    private static final int V = 1;
    private static final int X = 2;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1e-3)
                .hyper("beta1", 0.9)
                .hyper("beta2", 0.999)
                .hyper("eps", 1e-8)
                .hyper("weight_decay", 0.01)
                .option("amsgrad")
                .option("maximize")
                .state("m")
                .state("v")
                .state("x");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double lr = h.get("lr");
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        double d = h.is("maximize") ? -g : g;
        s[M] = beta1 * s[M] + (1 - beta1) * d;
        s[V] = beta2 * s[V] + (1 - beta2) * (d * d);
        s[X] = max(s[X], s[V]);
        double mhat = s[M] / (1 - pow(beta1, t));
        double vhat = (h.is("amsgrad") ? s[X] : s[V]) / (1 - pow(beta2, t));
        return w * (1 - lr * h.get("weight_decay")) - lr * mhat / (sqrt(vhat) + h.get("eps"));
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double lr = h.get("lr");
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        float d = h.is("maximize") ? -g : g;
        s[M] = (float) beta1 * s[M] + (float) (1 - beta1) * d;
        s[V] = (float) beta2 * s[V] + (float) (1 - beta2) * (d * d);
        s[X] = max(s[X], s[V]);
        float mhat = s[M] / (float) (1 - pow(beta1, t));
        float vhat = (h.is("amsgrad") ? s[X] : s[V]) / (float) (1 - pow(beta2, t));
        return w * (float) (1 - lr * h.get("weight_decay"))
                - (float) lr * mhat / ((float) sqrt(vhat) + (float) h.get("eps"));
    }
}
