package org.descant.digits;

import org.descant.runtime.Block;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.Range;
import org.descant.runtime.RuleDescription;
import org.descant.runtime.Step;

/** w = w − lr g, written by hand as the compiler would write it. */
final class HandWrittenSgd extends Optimizer {
    private static final RuleDescription DESCRIPTION = RuleDescription.builder("SGD")
            .hyper("lr", 0.1, Range.closedOpen(0, Double.POSITIVE_INFINITY))
            .elementTypes(ElementType.FLOAT)
            .scalars(1)
            .loop(new int[] {0, 1}, new int[] {0})
            .build();

    HandWrittenSgd(Parameters parameters) {
        super(DESCRIPTION, parameters);
    }

    @Override
    protected void prologue(Step step) {
        step.scalar(0, step.hyper(0));
    }

    @Override
    protected void loop(int sweep, int loop, Block block) {
        kernel(block.floats(0), block.floats(1), (float) block.scalar(0), block.from(), block.to());
    }

    private static void kernel(float[] w, float[] g, float lr, int from, int to) {
        for (int i = from; i < to; i++) {
            w[i] = w[i] - lr * g[i];
        }
    }
}
