package org.descant.harness.reference;

import static java.lang.Math.sqrt;
import static java.lang.StrictMath.pow;

/**
 * Adam with eps outside the root of the corrected second moment.
 *
 * <p>Kingma &amp; Ba (2015), arXiv:1412.6980, Algorithm 1; weight_decay enters the gradient, as in torch.optim.Adam.
 */
final class Adam implements ElementRule {
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
                .option("maximize")
                .state("m")
                .state("v");
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        double d = (h.is("maximize") ? -g : g) + h.get("weight_decay") * w;
        s[M] = beta1 * s[M] + (1 - beta1) * d;
        s[V] = beta2 * s[V] + (1 - beta2) * (d * d);
        double mhat = s[M] / (1 - pow(beta1, t));
        double vhat = s[V] / (1 - pow(beta2, t));
        return w - h.get("lr") * mhat / (sqrt(vhat) + h.get("eps"));
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        float d = (h.is("maximize") ? -g : g) + (float) h.get("weight_decay") * w;
        s[M] = (float) beta1 * s[M] + (float) (1 - beta1) * d;
        s[V] = (float) beta2 * s[V] + (float) (1 - beta2) * (d * d);
        float mhat = s[M] / (float) (1 - pow(beta1, t));
        float vhat = s[V] / (float) (1 - pow(beta2, t));
        return w - (float) h.get("lr") * mhat / ((float) sqrt(vhat) + (float) h.get("eps"));
    }
}
