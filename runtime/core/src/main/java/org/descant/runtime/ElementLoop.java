package org.descant.runtime;

import java.util.stream.IntStream;

/** A loop over elements, as the drivers ask for it in every step. */
final class ElementLoop {
    private final int number;
    private final int[] reads;
    private final int[] writes;
    private final int[] touches;
    private final int[] cells;
    private final int[] flags;
    private final boolean isOfRows;
    private final boolean writesTerms;

    /** @param number its place among the loops of its sweep */
    ElementLoop(RuleDescription rule, LoopDescription loop, int number) {
        this.number = number;
        reads = loop.readBuffers().toArray();
        writes = loop.writtenBuffers().toArray();
        touches = IntStream.concat(loop.readBuffers(), loop.writtenBuffers())
                .distinct()
                .toArray();
        cells = loop.cellReads().stream().mapToInt(Integer::intValue).toArray();
        flags = loop.flags().stream().mapToInt(Integer::intValue).toArray();
        writesTerms = loop.writesTerms(rule);
        isOfRows = IntStream.of(cells)
                .anyMatch(cell -> rule.allCells().get(cell).shape().isOfRows());
    }

    /** Its place among the loops of its sweep. */
    int number() {
        return number;
    }

    /** The buffers that it reads. */
    int[] reads() {
        return reads;
    }

    /** The buffers that it writes. */
    int[] writes() {
        return writes;
    }

    /** The buffers that it reads or writes. */
    int[] touches() {
        return touches;
    }

    /** The cells that it reads. */
    int[] cells() {
        return cells;
    }

    /** Whether any of these is per row. */
    boolean isOfRows() {
        return isOfRows;
    }

    /** Whether it computes terms of reductions, and leaves all else as it is. */
    boolean writesTerms() {
        return writesTerms;
    }

    /** Whether it writes anything in a step. */
    boolean isRun(boolean[] conditions) {
        return LoopDescription.isRun(flags, conditions);
    }

    /** Whether it writes anything in a step that a run has. */
    boolean isRun(Run run, boolean[] conditions) {
        return run.hasAny(writes) && isRun(conditions);
    }
}
