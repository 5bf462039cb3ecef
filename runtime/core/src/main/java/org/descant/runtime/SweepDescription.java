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

    /** Whether matrices, rows or columns play a part in it, or the dimensions of a tensor decide what it needs. */
    boolean isOfCells(RuleDescription rule) {
        boolean hasCells = loops.stream().anyMatch(loop -> !loop.isOfElements())
                || reductions.stream()
                        .anyMatch(reduction -> rule.reductions().get(reduction).isOfCells());
        return hasCells || !rule.unneeded().isEmpty();
    }
}
