package org.descant.harness.reference;

import static java.lang.Math.sqrt;
import static java.lang.StrictMath.pow;

/**
 * RAdam: momentum alone until the second moment can be trusted, then Adam times a rectification.
 *
 * <p>Liu et al. (2020), arXiv:1908.03265, Algorithm 2; the threshold 5 and eps as in torch.optim.RAdam.
 */
final class RAdam implements ElementRule {
    private static final int M = 0;
    private static final int V = 1;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 1e-3)
                .hyper("beta1", 0.9)
                .hyper("beta2", 0.999)
                .hyper("eps", 1e-8)
                .hyper("weight_decay", 0)
                .option("decoupled")
                .option("maximize")
                .state("m")
                .state("v");
    }

    /** The variance of the step relative to what it tends to. */
    private static double rectification(double ri, double rt) {
        return sqrt((rt - 4) * (rt - 2) * ri / ((ri - 4) * (ri - 2) * rt));
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double lr = h.get("lr");
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        double weightDecay = h.get("weight_decay");
        double signed = h.is("maximize") ? -g : g;
        double d = h.is("decoupled") ? signed : signed + weightDecay * w;
        double kept = h.is("decoupled") ? w * (1 - lr * weightDecay) : w;
        s[M] = beta1 * s[M] + (1 - beta1) * d;
        s[V] = beta2 * s[V] + (1 - beta2) * (d * d);
        double ri = 2 / (1 - beta2) - 1;
        double rt = ri - 2 * t * pow(beta2, t) / (1 - pow(beta2, t));
        double u = rt > 5 ? (rectification(ri, rt) * sqrt(1 - pow(beta2, t))) / (sqrt(s[V]) + h.get("eps")) : 1;
        return kept - lr * s[M] / (1 - pow(beta1, t)) * u;
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double lr = h.get("lr");
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        double weightDecay = h.get("weight_decay");
        float signed = h.is("maximize") ? -g : g;
        float d = h.is("decoupled") ? signed : signed + (float) weightDecay * w;
        float kept = h.is("decoupled") ? w * (float) (1 - lr * weightDecay) : w;
        s[M] = (float) beta1 * s[M] + (float) (1 - beta1) * d;
        s[V] = (float) beta2 * s[V] + (float) (1 - beta2) * (d * d);
        double ri = 2 / (1 - beta2) - 1;
        double rt = ri - 2 * t * pow(beta2, t) / (1 - pow(beta2, t));
        float u = rt > 5
                ? (float) (rectification(ri, rt) * sqrt(1 - pow(beta2, t)))
                        / ((float) sqrt(s[V]) + (float) h.get("eps"))
                : 1;
        return kept - (float) lr * s[M] / (float) (1 - pow(beta1, t)) * u;
    }
}
