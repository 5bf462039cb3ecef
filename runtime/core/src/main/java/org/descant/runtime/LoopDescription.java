package org.descant.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One loop of a sweep: the buffers that its kernel touches, by number.
 *
 * @param reads buffers whose elements it reads
 * @param writes buffers whose elements it writes, all of a block or, on some steps, none; of terms only, or none of terms
 */
public record LoopDescription(List<Integer> reads, List<Integer> writes) {
    public LoopDescription {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }

    static LoopDescription of(int[] reads, int[] writes) {
        return new LoopDescription(
                Arrays.stream(reads).boxed().toList(),
                Arrays.stream(writes).boxed().toList());
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

    void checkBuffers(String rule, long buffers) {
        Stream.concat(reads.stream(), writes.stream())
                .filter(buffer -> buffer < 0 || buffer >= buffers)
                .findFirst()
                .ifPresent(buffer -> {
                    throw new IllegalArgumentException(
                            rule + " has a loop over buffer " + buffer + ", but only buffers 0 to " + (buffers - 1));
                });
    }
}
