package org.descant.runtime;

/**
 * Plays a generated class that reduces: the gradient is clipped by the norm of the model, and every tensor moves in proportion to its own
 * largest value; the norms that were clipped are added up for the model, and for each tensor its steps are counted.
 */
final class Trusted extends Optimizer {
    static final RuleDescription DESCRIPTION = RuleDescription.builder("Trusted")
            .hyper("lr", 1, Range.closedOpen(0, Double.POSITIVE_INFINITY))
            .hyper("most", 1, Range.open(0, Double.POSITIVE_INFINITY), false)
            .state("norms", StateShape.PER_MODEL)
            .state("steps", StateShape.PER_TENSOR)
            .sweep()
            .reduction("sum(g^2 per model)", StateShape.PER_MODEL, ReductionKind.SUM)
            .reduction("amax(w[t-1] per tensor)", StateShape.PER_TENSOR, ReductionKind.AMAX)
            .loop(new int[] {0, 1}, new int[] {2, 3})
            .sweep()
            .loop(new int[] {0, 1}, new int[] {0})
            .scalars(1)
            .tensorScalars(1)
            .build();

    Trusted(Parameters parameters) {
        super(DESCRIPTION, parameters);
    }

    @Override
    protected void prologue(Step step) {}

    @Override
    protected void prologue(int sweep, Step step) {
        double norm = Math.sqrt(step.reduced(0));
        step.next(0, step.previous(0) + norm);
        step.scalar(0, Math.min(1, step.hyper(1) / norm));
    }

    @Override
    protected void tensorPrologue(int sweep, Step step, TensorStep tensor) {
        if (sweep == 1) {
            tensor.next(0, tensor.previous(0) + 1);
            tensor.scalar(0, step.hyper(0) * step.scalar(0) * tensor.reduced(1));
        }
    }

    @Override
    protected void loop(int sweep, int loop, Block block) {
        if (sweep == 0) {
            reduce(block.floats(0), block.floats(1), block.floats(2), block.floats(3), block.from(), block.to());
        } else {
            update(block.floats(0), block.floats(1), (float) block.tensorScalar(0), block.from(), block.to());
        }
    }

    private static void reduce(float[] w, float[] g, float[] gSquaredTerms, float[] wTerms, int from, int to) {
        for (int i = from; i < to; i++) {
            gSquaredTerms[i] = g[i] * g[i];
            wTerms[i] = w[i];
        }
    }

    private static void update(float[] w, float[] g, float rate, int from, int to) {
        for (int i = from; i < to; i++) {
            w[i] = w[i] - rate * g[i];
        }
    }
}
