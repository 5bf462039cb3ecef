package org.descant.runtime;

/** A loop over the matrices, rows or columns of a tensor, as the driver asks for it in every step. */
final class CellLoop {
    private final StateShape over;
    private final int[] reads;
    private final int[] writes;
    private final int[] reductions;
    private final int[] flags;
    private final boolean isDirect;

    CellLoop(RuleDescription rule, LoopDescription loop) {
        over = loop.over();
        flags = loop.flags().stream().mapToInt(Integer::intValue).toArray();
        reads = loop.cellReads().stream().mapToInt(Integer::intValue).toArray();
        writes = loop.cellWrites().stream().mapToInt(Integer::intValue).toArray();
        reductions =
                loop.writtenBuffers().map(buffer -> buffer - rule.buffers()).toArray();
        isDirect = reductions.length == 0
                && loop.cellReads().stream()
                        .allMatch(cell -> rule.allCells().get(cell).shape() == over);
    }

    /** Whether it writes anything in a step. */
    boolean isRun(boolean[] conditions) {
        return LoopDescription.isRun(flags, conditions);
    }

    StateShape over() {
        return over;
    }

    /** The cells that it reads. */
    int[] reads() {
        return reads;
    }

    /** The cells that it writes. */
    int[] writes() {
        return writes;
    }

    /** The reductions whose terms it writes. */
    int[] reductions() {
        return reductions;
    }

    /** Whether it can work on the cells themselves: it reads nothing of a smaller shape, and writes no terms. */
    boolean isDirect() {
        return isDirect;
    }
}
