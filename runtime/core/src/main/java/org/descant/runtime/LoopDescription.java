package org.descant.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One loop of a sweep: the arrays that its kernel touches, by number.
 *
 * @param over what it runs over: elements, or the matrices, rows or columns of a tensor
 * @param reads buffers whose elements it reads
 * @param writes buffers whose elements it writes, all of a block or, on some steps, none; of terms only, or none of terms
 * @param cellReads cells that it reads, each of what it runs over or of something smaller
 * @param cellWrites cells that it writes, of what it runs over
 * @param flags the indices of the conditions of which one must hold, as {@link Step#flag} counts, or it writes nothing in a step and is
 *     left out; none if it writes in every step
 */
public record LoopDescription(
        StateShape over,
        List<Integer> reads,
        List<Integer> writes,
        List<Integer> cellReads,
        List<Integer> cellWrites,
        List<Integer> flags) {
    public LoopDescription {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
        cellReads = List.copyOf(cellReads);
        cellWrites = List.copyOf(cellWrites);
        flags = List.copyOf(flags);
    }

    static LoopDescription of(int[] reads, int[] writes) {
        return over(StateShape.PER_ELEMENT, reads, writes, new int[] {}, new int[] {});
    }

    static LoopDescription over(StateShape over, int[] reads, int[] writes, int[] cellReads, int[] cellWrites) {
        return new LoopDescription(over, list(reads), list(writes), list(cellReads), list(cellWrites), List.of());
    }

    /** The same, which is left out unless one of some conditions holds. */
    LoopDescription when(int[] conditions) {
        return new LoopDescription(over, reads, writes, cellReads, cellWrites, list(conditions));
    }

    /** Whether it is run in a step. */
    static boolean isRun(int[] conditions, boolean[] flags) {
        for (int condition : conditions) {
            if (flags[condition]) {
                return true;
            }
        }
        return conditions.length == 0;
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    IntStream readBuffers() {
        return reads.stream().mapToInt(Integer::intValue);
    }

    IntStream writtenBuffers() {
        return writes.stream().mapToInt(Integer::intValue);
    }

    /** Whether it computes terms of reductions, and leaves all else as it is. */
    boolean writesTerms(RuleDescription rule) {
        return writtenBuffers().anyMatch(buffer -> buffer >= rule.buffers());
    }

    /** Whether it is one of elements alone: none of rows and columns, and none that reads what is per row or column. */
    boolean isOfElements() {
        return over == StateShape.PER_ELEMENT && cellReads.isEmpty();
    }

    void checkBuffers(String rule, long buffers) {
        Stream.concat(reads.stream(), writes.stream())
                .filter(buffer -> buffer < 0 || buffer >= buffers)
                .findFirst()
                .ifPresent(buffer -> {
                    throw new IllegalArgumentException(
                            rule + " has a loop over buffer " + buffer + ", but only buffers 0 to " + (buffers - 1));
                });
    }

    void checkCells(String rule, List<CellDescription> cells) {
        Stream.concat(cellReads.stream(), cellWrites.stream())
                .filter(cell -> cell < 0 || cell >= cells.size())
                .findFirst()
                .ifPresent(cell -> {
                    throw new IllegalArgumentException(
                            rule + " has a loop over cell " + cell + ", and " + cells.size() + " in all");
                });
    }
}
