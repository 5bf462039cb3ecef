package org.descant.harness.reference;

import static java.lang.Math.max;
import static java.lang.Math.min;
import static java.lang.Math.signum;

/**
 * Rprop: each element has a step size of its own, which grows while its gradient keeps its sign.
 *
 * <p>Riedmiller &amp; Braun (1993), A Direct Adaptive Method for Faster Backpropagation Learning; a gradient whose sign changed is
 * forgotten, as in torch.optim.Rprop (iRprop-, Igel &amp; Huesken 2000).
 */
final class Rprop implements ElementRule {
    private static final int P = 0;
    private static final int E = 1;

    @Override
    public Signature signature() {
        return new Signature()
                .hyper("lr", 0.01)
                .hyper("etaminus", 0.5)
                .hyper("etaplus", 1.2)
                .hyper("step_min", 1e-6)
                .hyper("step_max", 50)
                .option("maximize")
                .state("p")
                .state("e", h -> h.get("lr"));
    }

    @Override
    public double update(Settings h, double t, double w, double g, double[] s) {
        double d = h.is("maximize") ? -g : g;
        double turn = d * s[P];
        double change = turn > 0 ? h.get("etaplus") : turn < 0 ? h.get("etaminus") : 1;
        s[E] = max(h.get("step_min"), min(h.get("step_max"), s[E] * change));
        s[P] = turn < 0 ? 0 : d;
        return w - signum(s[P]) * s[E];
    }

    @Override
    public float update(Settings h, double t, float w, float g, float[] s) {
        float d = h.is("maximize") ? -g : g;
        float turn = d * s[P];
        float change = turn > 0 ? (float) h.get("etaplus") : turn < 0 ? (float) h.get("etaminus") : 1;
        s[E] = max((float) h.get("step_min"), min((float) h.get("step_max"), s[E] * change));
        s[P] = turn < 0 ? 0 : d;
        return w - signum(s[P]) * s[E];
    }
}
