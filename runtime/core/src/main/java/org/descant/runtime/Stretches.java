package org.descant.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The stretches of a step: sweeps that follow each other per tensor, so that all of them pass over one tensor before the next tensor begins. */
final class Stretches {
    private final List<SweepDescription> sweeps;
    private final int[] ends;

    Stretches(RuleDescription rule) {
        sweeps = rule.sweeps();
        ends = new int[sweeps.size()];
        for (int sweep = ends.length - 1; sweep >= 0; sweep--) {
            boolean goesOn = sweep + 1 < ends.length && sweeps.get(sweep + 1).followsPerTensor();
            ends[sweep] = goesOn ? ends[sweep + 1] : sweep + 1;
        }
    }

    /** The first sweep after a sweep that is of another stretch. */
    int end(int sweep) {
        return ends[sweep];
    }

    /** Whether a buffer is written and read in one stretch only, so that what it held of one tensor is of no use when the next begins. */
    boolean isOfOne(int buffer) {
        int[] touched = IntStream.range(0, sweeps.size())
                .filter(sweep -> sweeps.get(sweep).loops().stream()
                        .anyMatch(loop ->
                                loop.reads().contains(buffer) || loop.writes().contains(buffer)))
                .toArray();
        return Arrays.stream(touched).map(sweep -> ends[sweep]).distinct().count() == 1;
    }
}
