package org.descant.runtime;

/** Plays a generated class: a sweep that carries what it makes of each element, and one that divides this by a norm of its tensor. */
final class Normed extends Optimizer {
    static final RuleDescription DESCRIPTION = RuleDescription.builder("Normed")
            .state("m", StateShape.PER_ELEMENT)
            .state("norm", StateShape.PER_TENSOR)
            .carried(1)
            .sweep()
            .reduction("sum(u^2)", StateShape.PER_TENSOR, ReductionKind.SUM)
            .loop(new int[] {0, 1, 2}, new int[] {2, 3})
            .loop(new int[] {3}, new int[] {4})
            .sweepPerTensor()
            .loop(new int[] {0, 3}, new int[] {0})
            .tensorScalars(1)
            .build();

    Normed(Parameters parameters) {
        super(DESCRIPTION, parameters);
    }

    @Override
    protected void prologue(Step step) {}

    @Override
    protected void tensorPrologue(int sweep, Step step, TensorStep tensor) {
        if (sweep == 1) {
            tensor.next(0, tensor.reduced(0));
            tensor.scalar(0, 1 / (1 + Math.sqrt(tensor.reduced(0))));
        }
    }

    @Override
    protected void loop(int sweep, int loop, Block block) {
        if (sweep == 1) {
            update(block.floats(0), block.floats(3), (float) block.tensorScalar(0), block.from(), block.to());
        } else if (loop == 0) {
            mix(block.floats(0), block.floats(1), block.floats(2), block.floats(3), block.from(), block.to());
        } else {
            square(block.floats(3), block.floats(4), block.from(), block.to());
        }
    }

    private static void mix(float[] w, float[] g, float[] m, float[] u, int from, int to) {
        for (int i = from; i < to; i++) {
            m[i] = 0.9f * m[i] + 0.1f * g[i];
            u[i] = m[i] + 0.01f * w[i];
        }
    }

    private static void square(float[] u, float[] terms, int from, int to) {
        for (int i = from; i < to; i++) {
            terms[i] = u[i] * u[i];
        }
    }

    private static void update(float[] w, float[] u, float rate, int from, int to) {
        for (int i = from; i < to; i++) {
            w[i] = w[i] - rate * u[i];
        }
    }
}
