package org.descant.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One loop of a sweep: the buffers that its kernel touches, by number.
 *
 * @param reads buffers whose elements it reads
 * @param writes buffers whose elements it writes, every one of a block
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
