package org.descant.runtime;

import java.util.Arrays;
import java.util.List;

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
}
