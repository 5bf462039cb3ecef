package org.descant.runtime;

import java.util.Arrays;
import java.util.List;

/**
 * Arrays for the terms of reductions, which loops write at the index of what they read: C2 makes no vector code of a loop over arrays at unequal
 * offsets. The reductions of one sweep have an array each, and those of different sweeps share them.
 */
final class Terms {
    /** The index up to which arrays of terms reach; terms of elements further on are computed on copies of blocks. */
    static final int REACH = 1 << 19;

    private Terms() {}

    /**
     * Arrays by reduction.
     *
     * @param sweeps all that a hand drives
     * @param end the index behind the last element
     */
    static Buffers of(RuleDescription rule, List<Sweep> sweeps, ElementType type, int end) {
        int most = sweeps.stream()
                .mapToInt(sweep -> reductions(sweep).length)
                .max()
                .orElse(0);
        Object[] shared = new Object[most];
        Arrays.setAll(shared, i -> Buffers.array(type, Math.min(end, REACH) + ReductionTree.BLOCK));
        Object[] terms = new Object[rule.reductions().size()];
        Arrays.fill(terms, Buffers.NONE);
        for (Sweep sweep : sweeps) {
            int[] reductions = reductions(sweep);
            for (int i = 0; i < reductions.length; i++) {
                terms[reductions[i]] = shared[i];
            }
        }
        return new Buffers(terms);
    }

    private static int[] reductions(Sweep sweep) {
        return sweep.isOfCells() ? new int[] {} : sweep.elementReductions();
    }
}
