package org.descant.runtime;

import java.util.List;

/**
 * What happens between two barriers: prologues, then one pass over the elements.
 *
 * @param loops in the order in which they are run on a block; those that write terms of reductions come all before
 *     the others over elements, or all after them
 * @param reductions the reductions that are known at its end, by their place in the description
 */
public record SweepDescription(List<LoopDescription> loops, List<Integer> reductions) {
    public SweepDescription {
        loops = List.copyOf(loops);
        reductions = List.copyOf(reductions);
    }
}
