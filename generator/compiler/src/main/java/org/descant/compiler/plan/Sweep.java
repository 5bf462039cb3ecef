package org.descant.compiler.plan;

import java.util.List;

/** One pass over all tensors, block by block; all loops run on a block before the next block begins. Between two sweeps is a barrier. */
public record Sweep(List<Loop> loops) {
    public Sweep {
        loops = List.copyOf(loops);
    }
}
