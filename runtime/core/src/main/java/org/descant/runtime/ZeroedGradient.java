package org.descant.runtime;

import java.util.Arrays;

/** Where in a step zeros are left in the gradients, if the caller wants them there. */
final class ZeroedGradient {
    /** Stands for no sweep. */
    static final int NONE = -1;

    private static final int GRADIENT = 1;

    private ZeroedGradient() {}

    /**
     * The last sweep that passes over the elements, if it passes over all of them in every step and no gradient comes after it; {@link #NONE} if they are
     * better set when the step is over, or need not be set.
     */
    static int sweep(RuleDescription rule, Parameters parameters) {
        int last = rule.sweeps().size() - 1;
        while (last >= 0 && !passesOverElements(rule.sweeps().get(last))) {
            last--;
        }
        int sweep = last;
        boolean isBehindGradients =
                rule.evaluations().stream().allMatch(evaluation -> evaluation.afterSweeps() <= sweep);
        boolean isSet = parameters.zeroesGradients()
                && last >= 0
                && isBehindGradients
                && passesOverAll(rule, rule.sweeps().get(last));
        return isSet ? sweep : NONE;
    }

    private static boolean passesOverElements(SweepDescription sweep) {
        return sweep.loops().stream().anyMatch(loop -> loop.over() == StateShape.PER_ELEMENT);
    }

    /** Whether no tensor and no step leaves it out, as neither dimensions nor conditions decide what its loops are for. */
    private static boolean passesOverAll(RuleDescription rule, SweepDescription sweep) {
        return !sweep.isOfCells(rule)
                && sweep.loops().stream().anyMatch(loop -> loop.flags().isEmpty());
    }

    /** Sets the gradient of some elements of a run to 0. */
    static void set(Run run, Buffers buffers, int done, int count) {
        set(buffers.array(GRADIENT), run.offsets()[GRADIENT] + done, count);
    }

    /** Sets the gradient of a tensor to 0. */
    static void set(Tensor tensor) {
        set(tensor.gradient(), tensor.gradientOffset(), tensor.length());
    }

    private static void set(Object gradient, int from, int count) {
        if (gradient instanceof float[] floats) {
            Arrays.fill(floats, from, from + count, 0);
        } else {
            Arrays.fill((double[]) gradient, from, from + count, 0);
        }
    }
}
