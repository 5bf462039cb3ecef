package org.descant.compiler.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * What happens between two barriers: prologues, then one pass over all tensors, block by block; all loops run on a block before the next
 * block begins.
 *
 * @param cellLoops loops over matrices, rows and columns, before those over elements
 * @param termLoops loops that write terms of reductions and nothing else; they run before the other loops, which may
 *     overwrite what they read
 * @param reductions what is known at the end of the sweep
 * @param loops the other loops, which change values and states
 */
public record Sweep(
        Prologue group,
        Prologue tensor,
        List<Loop> cellLoops,
        List<Loop> termLoops,
        List<Reduced> reductions,
        List<Loop> loops) {
    public Sweep {
        cellLoops = List.copyOf(cellLoops);
        termLoops = List.copyOf(termLoops);
        reductions = List.copyOf(reductions);
        loops = List.copyOf(loops);
    }

    /** All loops, in the order in which they run on a block: the runtime's numbering. */
    public List<Loop> allLoops() {
        return Stream.concat(cellLoops.stream(), Stream.concat(termLoops.stream(), loops.stream()))
                .toList();
    }

    /** Whether it passes over the elements. */
    public boolean isPass() {
        return !termLoops.isEmpty() || !loops.isEmpty();
    }

    /** Whether it passes over the elements on some steps only, because on others it has nothing to store. */
    public boolean isOnSomeSteps() {
        return termLoops.isEmpty()
                && loops.stream().noneMatch(loop -> loop.conditions().isEmpty());
    }

    /** The values that go between memory and processor for each element: every buffer that is read, and every one that is written. */
    public int traffic() {
        return traffic(termLoops, loops);
    }

    static int traffic(List<Loop> termLoops, List<Loop> loops) {
        Stream<Buffer> reads = Stream.concat(termLoops.stream(), loops.stream())
                .flatMap(loop -> loop.reads().stream())
                .filter(buffer -> !buffer.isCell());
        Stream<Buffer> writes = loops.stream().flatMap(loop -> loop.writes().stream());
        return (int) (reads.map(Buffer::number).distinct().count()
                + writes.map(Buffer::number).distinct().count());
    }

    Stream<Prologue> prologues() {
        return Stream.of(group, tensor);
    }
}
