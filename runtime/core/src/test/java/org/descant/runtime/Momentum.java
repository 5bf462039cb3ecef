package org.descant.runtime;

/** Plays a generated class: one state per element, one loop. */
final class Momentum extends Optimizer {
    static final RuleDescription DESCRIPTION = RuleDescription.builder("Momentum")
            .hyper("lr", 0.1, Range.closedOpen(0, Double.POSITIVE_INFINITY))
            .hyper("mu", 0.9, Range.closedOpen(0, 1))
            .state("m", StateShape.PER_ELEMENT)
            .output("velocity", "m", true)
            .sweep()
            .loop(new int[] {0, 1, 2}, new int[] {0, 2})
            .scalars(2)
            .source("momentum.opt")
            .compilerVersion("test")
            .equations("m[t] = mu * m[t-1] + g\nw[t] = w[t-1] - lr * m[t]")
            .build();

    private static final int LR = 0;
    private static final int MU = 1;

    Momentum(Parameters parameters) {
        super(DESCRIPTION, parameters);
    }

    Momentum lr(double value) {
        set(LR, value);
        return this;
    }

    Momentum lr(Schedule schedule) {
        schedule(LR, schedule);
        return this;
    }

    @Override
    protected void prologue(Step step) {
        step.scalar(0, step.hyper(LR));
        step.scalar(1, step.hyper(MU));
    }

    @Override
    protected void loop(int sweep, int loop, Block block) {
        if (block.isFloat()) {
            update(
                    block.floats(0),
                    block.floats(1),
                    block.floats(2),
                    (float) block.scalar(0),
                    (float) block.scalar(1),
                    block.from(),
                    block.to());
        } else {
            update(
                    block.doubles(0),
                    block.doubles(1),
                    block.doubles(2),
                    block.scalar(0),
                    block.scalar(1),
                    block.from(),
                    block.to());
        }
    }

    private static void update(float[] w, float[] g, float[] m, float lr, float mu, int from, int to) {
        for (int i = from; i < to; i++) {
            m[i] = mu * m[i] + g[i];
            w[i] = w[i] - lr * m[i];
        }
    }

    private static void update(double[] w, double[] g, double[] m, double lr, double mu, int from, int to) {
        for (int i = from; i < to; i++) {
            m[i] = mu * m[i] + g[i];
            w[i] = w[i] - lr * m[i];
        }
    }
}
