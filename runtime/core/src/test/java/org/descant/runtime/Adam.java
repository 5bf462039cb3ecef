package org.descant.runtime;

/**
 * Plays a generated class: Adam whose bias corrections are products kept per step, with two loops in a sweep, an average of
 * the weights that starts at w[0], a count of the model, and a condition.
 */
final class Adam extends Optimizer {
    static final RuleDescription DESCRIPTION = RuleDescription.builder("Adam")
            .hyper("lr", 1e-3, Range.closedOpen(0, Double.POSITIVE_INFINITY))
            .hyper("beta1", 0.9, Range.closedOpen(0, 1))
            .hyper("beta2", 0.999, Range.closedOpen(0, 1))
            .hyper("eps", 1e-8, Range.closedOpen(0, Double.POSITIVE_INFINITY))
            .hyper("period", 2, Range.closed(1, 100), false)
            .option("amsgrad", false)
            .state("p1", StateShape.PER_STEP)
            .state("m", StateShape.PER_ELEMENT)
            .state("p2", StateShape.PER_STEP)
            .state("v", StateShape.PER_ELEMENT)
            .state("average", StateShape.PER_ELEMENT)
            .state("count", StateShape.PER_MODEL)
            .state("rate", StateShape.PER_STEP)
            .output("average", "average", true)
            .output("rate", "rate", false)
            .output("count", "count", true)
            .sweep()
            .loop(new int[] {0, 1, 2, 3}, new int[] {0, 2, 3})
            .loop(new int[] {0, 4}, new int[] {4})
            .startLoop(new int[] {0}, new int[] {4})
            .scalars(6)
            .flags(1)
            .source("adam.opt")
            .compilerVersion("test")
            .build();

    private static final Range RATE = Range.closed(0, 1e6);

    Adam(Parameters parameters) {
        super(DESCRIPTION, parameters);
    }

    @Override
    protected void startPrologue(Step step) {
        step.next(0, 1);
        step.next(1, 1);
        step.next(2, step.hyper(4) - 2);
    }

    @Override
    protected void startLoop(int loop, Block block) {
        if (block.isFloat()) {
            start(block.floats(0), block.floats(4), block.from(), block.to());
        } else {
            start(block.doubles(0), block.doubles(4), block.from(), block.to());
        }
    }

    @Override
    protected void prologue(Step step) {
        double beta1 = step.hyper(1);
        double beta2 = step.hyper(2);
        double p1 = step.previous(0) * beta1;
        double p2 = step.previous(1) * beta2;
        double count = step.previous(2) + 1;
        double rate = step.hyper(0) / (1 - p1);
        step.check("inner.rate", rate, RATE);
        step.next(0, p1);
        step.next(1, p2);
        step.next(2, count);
        step.next(3, rate);
        step.scalar(0, beta1);
        step.scalar(1, 1 - beta1);
        step.scalar(2, beta2);
        step.scalar(3, 1 - beta2);
        step.scalar(4, rate);
        step.scalar(5, Numeric.sqrt(1 - p2));
        step.flag(0, Numeric.mod(step.t(), step.hyper(4)) == 0);
    }

    @Override
    protected void loop(int sweep, int loop, Block block) {
        if (loop == 0) {
            update(block);
        } else if (block.flag(0)) {
            if (block.isFloat()) {
                average(block.floats(0), block.floats(4), block.from(), block.to());
            } else {
                average(block.doubles(0), block.doubles(4), block.from(), block.to());
            }
        }
    }

    private static void update(Block block) {
        if (block.isFloat()) {
            update(
                    block.floats(0),
                    block.floats(1),
                    block.floats(2),
                    block.floats(3),
                    (float) block.scalar(0),
                    (float) block.scalar(1),
                    (float) block.scalar(2),
                    (float) block.scalar(3),
                    (float) block.scalar(4),
                    (float) block.scalar(5),
                    block.from(),
                    block.to());
        } else {
            update(
                    block.doubles(0),
                    block.doubles(1),
                    block.doubles(2),
                    block.doubles(3),
                    block.scalar(0),
                    block.scalar(1),
                    block.scalar(2),
                    block.scalar(3),
                    block.scalar(4),
                    block.scalar(5),
                    block.from(),
                    block.to());
        }
    }

    private static void start(float[] w, float[] average, int from, int to) {
        for (int i = from; i < to; i++) {
            average[i] = w[i];
        }
    }

    private static void start(double[] w, double[] average, int from, int to) {
        for (int i = from; i < to; i++) {
            average[i] = w[i];
        }
    }

    private static void average(float[] w, float[] average, int from, int to) {
        for (int i = from; i < to; i++) {
            average[i] = 0.5f * average[i] + 0.5f * w[i];
        }
    }

    private static void average(double[] w, double[] average, int from, int to) {
        for (int i = from; i < to; i++) {
            average[i] = 0.5 * average[i] + 0.5 * w[i];
        }
    }

    private static void update(
            float[] w,
            float[] g,
            float[] m,
            float[] v,
            float beta1,
            float one1,
            float beta2,
            float one2,
            float rate,
            float root,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            m[i] = beta1 * m[i] + one1 * g[i];
            v[i] = beta2 * v[i] + one2 * (g[i] * g[i]);
            w[i] = w[i] - rate * m[i] / ((float) Math.sqrt(v[i]) / root + 1e-8f);
        }
    }

    private static void update(
            double[] w,
            double[] g,
            double[] m,
            double[] v,
            double beta1,
            double one1,
            double beta2,
            double one2,
            double rate,
            double root,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            m[i] = beta1 * m[i] + one1 * g[i];
            v[i] = beta2 * v[i] + one2 * (g[i] * g[i]);
            w[i] = w[i] - rate * m[i] / (Math.sqrt(v[i]) / root + 1e-8);
        }
    }
}
