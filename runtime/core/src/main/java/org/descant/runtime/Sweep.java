package org.descant.runtime;

import java.util.List;
import java.util.stream.Stream;

/** One pass over the elements: a number of loops that are run on every block, and the buffers that they touch. */
final class Sweep {
    /** The number of the sweep that fills states before the first step. */
    static final int START = -1;

    private final int number;
    private final int loops;
    private final int[] reads;
    private final int[] writes;

    /** The sweep of that number in the rule, or {@link #START}. */
    Sweep(int number, List<LoopDescription> descriptions) {
        this.number = number;
        loops = descriptions.size();
        reads = distinct(descriptions.stream().flatMap(loop -> loop.reads().stream()));
        writes = distinct(descriptions.stream().flatMap(loop -> loop.writes().stream()));
    }

    private static int[] distinct(Stream<Integer> buffers) {
        return buffers.mapToInt(Integer::intValue).distinct().sorted().toArray();
    }

    /** How many loops it runs on a block. */
    int loops() {
        return loops;
    }

    /** The buffers that any loop reads. */
    int[] reads() {
        return reads;
    }

    /** The buffers that any loop writes. */
    int[] writes() {
        return writes;
    }

    /** Runs all loops on one block. */
    void run(Optimizer optimizer, Block block) {
        for (int loop = 0; loop < loops; loop++) {
            if (number == START) {
                optimizer.startLoop(loop, block);
            } else {
                optimizer.loop(number, loop, block);
            }
        }
    }
}
