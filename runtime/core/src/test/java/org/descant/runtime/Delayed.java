package org.descant.runtime;

/**
 * Plays a generated class that descends along the gradient of three steps ago, and of all steps but every third remembers the mean of
 * each row of the values before the last two of those.
 */
final class Delayed extends Optimizer {
    static final RuleDescription DESCRIPTION = RuleDescription.builder("Delayed")
            .state("g[t-1]", StateShape.PER_ELEMENT)
            .state("g[t-2]", StateShape.PER_ELEMENT)
            .state("g[t-3]", StateShape.PER_ELEMENT)
            .state("r[t-1]", StateShape.PER_ROW)
            .state("r[t-2]", StateShape.PER_ROW)
            .cell("r", StateShape.PER_ROW)
            .sweep()
            .reductionToCells("mean(w[t-1] per row)", StateShape.PER_ELEMENT, StateShape.PER_ROW, ReductionKind.MEAN, 2)
            .loop(new int[] {0}, new int[] {5})
            .sweepPerTensor()
            .cellLoop(StateShape.PER_ROW, new int[] {2}, new int[] {1}, new int[] {})
            .loop(new int[] {0, 1, 4}, new int[] {0, 4})
            .ring("g[t-1]", "g[t-2]", "g[t-3]")
            .ring(0, "r[t-1]", "r[t-2]")
            .flags(1)
            .build();

    Delayed(Parameters parameters) {
        super(DESCRIPTION, parameters);
    }

    @Override
    protected void prologue(Step step) {
        step.flag(0, step.t() % 3 != 0);
    }

    @Override
    protected void loop(int sweep, int loop, Block block) {
        if (sweep == 0) {
            System.arraycopy(block.floats(0), block.from(), block.floats(5), block.from(), block.to() - block.from());
        } else if (loop == 0) {
            if (block.flag(0)) {
                float[] rows = block.floatCells(2);
                System.arraycopy(rows, block.from(), block.floatCells(1), block.from(), block.to() - block.from());
            }
        } else {
            update(block.floats(0), block.floats(1), block.floats(4), block.from(), block.to());
        }
    }

    private static void update(float[] w, float[] g, float[] gLag3, int from, int to) {
        for (int i = from; i < to; i++) {
            w[i] = w[i] - gLag3[i];
            gLag3[i] = g[i];
        }
    }
}
