package org.descant.harness.reference;

import static java.lang.Math.sqrt;
import static java.lang.StrictMath.pow;

import java.util.OptionalDouble;

/**
 * NAdam: Adam with Nesterov momentum on a schedule of its own.
 *
 * <p>Dozat (2016), Incorporating Nesterov Momentum into Adam, Algorithm 8 of the report; the schedule of mu as in torch.optim.NAdam.
 */
final class NAdam implements ElementRule {
    private static final int M = 0;
    private static final int V = 1;

    /** The product of all mu so far. */
    private double p = 1;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 2e-3)
                .hyper("beta1", 0.9)
                .hyper("beta2", 0.999)
                .hyper("eps", 1e-8)
                .hyper("momentum_decay", 4e-3)
                .hyper("weight_decay", 0)
                .option("decoupled")
                .option("maximize")
                .state("m")
                .state("v");
    }

    /** The momentum of a step. */
    private static double mu(Settings h, double t) {
        return h.get("beta1") * (1 - 0.5 * pow(0.96, t * h.get("momentum_decay")));
    }

    @Override
    public void begin(Settings h, double t) {
        p = p * mu(h, t);
    }

    @Override
    public OptionalDouble number(String name) {
        return name.equals("p") ? OptionalDouble.of(p) : OptionalDouble.empty();
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double lr = h.get("lr");
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        double weightDecay = h.get("weight_decay");
        double mu = mu(h, t);
        double mu1 = mu(h, t + 1);
        double signed = h.is("maximize") ? -g : g;
        double d = h.is("decoupled") ? signed : signed + weightDecay * w;
        double kept = h.is("decoupled") ? w * (1 - lr * weightDecay) : w;
        s[M] = beta1 * s[M] + (1 - beta1) * d;
        s[V] = beta2 * s[V] + (1 - beta2) * (d * d);
        double divisor = sqrt(s[V] / (1 - pow(beta2, t))) + h.get("eps");
        return kept - (lr * (1 - mu) / (1 - p)) * d / divisor - (lr * mu1 / (1 - p * mu1)) * s[M] / divisor;
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        double lr = h.get("lr");
        double beta1 = h.get("beta1");
        double beta2 = h.get("beta2");
        double weightDecay = h.get("weight_decay");
        double mu = mu(h, t);
        double mu1 = mu(h, t + 1);
        float signed = h.is("maximize") ? -g : g;
        float d = h.is("decoupled") ? signed : signed + (float) weightDecay * w;
        float kept = h.is("decoupled") ? w * (float) (1 - lr * weightDecay) : w;
        s[M] = (float) beta1 * s[M] + (float) (1 - beta1) * d;
        s[V] = (float) beta2 * s[V] + (float) (1 - beta2) * (d * d);
        float divisor = (float) sqrt(s[V] / (float) (1 - pow(beta2, t))) + (float) h.get("eps");
        return kept
                - (float) (lr * (1 - mu) / (1 - p)) * d / divisor
                - (float) (lr * mu1 / (1 - p * mu1)) * s[M] / divisor;
    }
}
