package org.descant.runtime;

import java.util.List;
import java.util.stream.IntStream;

/** The place of a gradient that no loop of the step reads any more, for what one sweep or loop computes and a later one of the same tensor reads. */
final class DeadGradient {
    /** Stands for no buffer. */
    static final int NONE = -1;

    private static final int GRADIENT = 1;

    private DeadGradient() {}

    /** The buffer that may lie in the array of the gradient, if the caller lets gradients be overwritten; or {@link #NONE}. */
    static int heir(RuleDescription rule, Parameters parameters) {
        if (!parameters.overwritesGradients() || rule.evaluations().size() > 1) {
            return NONE;
        }
        Stretches stretches = new Stretches(rule);
        List<LoopDescription> loops =
                rule.sweeps().stream().flatMap(sweep -> sweep.loops().stream()).toList();
        return IntStream.range(rule.firstCarriedBuffer(), rule.buffers())
                .filter(buffer -> stretches.isOfOne(buffer) && isReadNoMore(loops, buffer))
                .findFirst()
                .orElse(NONE);
    }

    /** Whether the gradient is not read after a buffer has been written; the loop that writes it may read it, as it does so before. */
    private static boolean isReadNoMore(List<LoopDescription> loops, int buffer) {
        boolean isWritten = false;
        for (LoopDescription loop : loops) {
            if (isWritten && loop.reads().contains(GRADIENT)) {
                return false;
            }
            isWritten |= loop.writes().contains(buffer);
        }
        return isWritten;
    }
}
