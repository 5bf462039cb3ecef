package org.descant.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Arrays of a hand that loops use at the index of the elements: for the terms of reductions, and for what is per matrix, row or column beside each
 * element. C2 makes no vector code of a loop over arrays at unequal offsets. All tensors share them.
 *
 * @param terms by reduction; those of one sweep have an array each, and different sweeps share them
 * @param cells by cell; those that no loop over elements reads have none
 */
record Alongside(Buffers terms, Buffers cells) {
    /** The index up to which these arrays reach; for elements further on loops work on copies. */
    static final int REACH = 1 << 19;

    /**
     * Arrays that are long enough.
     *
     * @param sweeps all that a hand drives
     * @param end the index behind the last element
     */
    static Alongside of(RuleDescription rule, List<Sweep> sweeps, ElementType type, int end) {
        int length = Math.min(end, REACH) + ReductionTree.BLOCK;
        return new Alongside(terms(rule, sweeps, type, length), cells(rule, sweeps, type, length));
    }

    private static Buffers terms(RuleDescription rule, List<Sweep> sweeps, ElementType type, int length) {
        int most =
                sweeps.stream().mapToInt(sweep -> sweep.sharers().length).max().orElse(0);
        Object[] shared = new Object[most];
        Arrays.setAll(shared, i -> Buffers.apart(type, length));
        Object[] terms = new Object[rule.reductions().size()];
        Arrays.setAll(terms, i -> Buffers.array(type, 0));
        for (Sweep sweep : sweeps) {
            int[][] sharers = sweep.sharers();
            for (int i = 0; i < sharers.length; i++) {
                for (int reduction : sharers[i]) {
                    terms[reduction] = shared[i];
                }
            }
        }
        return new Buffers(terms);
    }

    private static Buffers cells(RuleDescription rule, List<Sweep> sweeps, ElementType type, int length) {
        Object[] cells = new Object[rule.allCells().size()];
        Arrays.setAll(cells, i -> Buffers.array(type, 0));
        sweeps.stream()
                .flatMapToInt(
                        sweep -> IntStream.concat(Arrays.stream(sweep.termCells()), Arrays.stream(sweep.readCells())))
                .distinct()
                .forEach(cell -> cells[cell] = Buffers.apart(type, length));
        return new Buffers(cells);
    }

    /** Whether these arrays reach to the end of a run whose arrays have one index. */
    boolean reach(Run run) {
        return !run.staged() && run.from() + run.length() <= REACH;
    }
}
