package org.descant.runtime;

import java.util.List;

/**
 * What happens between two barriers: prologues, then one pass over the elements.
 *
 * @param loops in the order in which they are run on a block; those that write terms of reductions come all before
 *     the others over elements, or all after them
 * @param reductions the reductions that are known at its end, by their place in the description
 * @param followsPerTensor whether it passes over a tensor as soon as the sweep before it has: the barrier between them waits for nothing but that tensor
 */
public record SweepDescription(List<LoopDescription> loops, List<Integer> reductions, boolean followsPerTensor) {
    public SweepDescription {
        loops = List.copyOf(loops);
        reductions = List.copyOf(reductions);
    }

    /** Makes sure that sweeps follow per tensor only where there is one to follow, and tensors are told apart. */
    static void check(String rule, List<SweepDescription> sweeps, List<ReductionDescription> reductions) {
        if (sweeps.get(0).followsPerTensor()) {
            throw new IllegalArgumentException(rule + " begins with a sweep that follows another");
        }
        if (reductions.isEmpty() && sweeps.stream().anyMatch(SweepDescription::followsPerTensor)) {
            throw new IllegalArgumentException(rule + " has sweeps that follow per tensor, but reduces nothing");
        }
    }

    /** Whether matrices, rows or columns play a part in it, or the dimensions of a tensor decide what it needs. */
    boolean isOfCells(RuleDescription rule) {
        boolean hasCells = loops.stream().anyMatch(loop -> !loop.isOfElements())
                || reductions.stream()
                        .anyMatch(reduction -> rule.reductions().get(reduction).isOfCells());
        return hasCells || !rule.unneeded().isEmpty();
    }
}
