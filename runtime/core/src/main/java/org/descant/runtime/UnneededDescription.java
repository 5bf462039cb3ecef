package org.descant.runtime;

import java.util.List;

/**
 * What a tensor has no use for, where the conditions on its dimensions turn out in one way. Nothing is kept or computed for it that
 * could be left out; what a loop computes beside what is needed goes to scratch.
 *
 * @param way the conditions that hold: number k of {@link RuleDescription#decisions} is the bit k
 * @param states their names
 * @param cells their numbers
 * @param reductions their places in the description
 */
public record UnneededDescription(int way, List<String> states, List<Integer> cells, List<Integer> reductions) {
    public UnneededDescription {
        states = List.copyOf(states);
        cells = List.copyOf(cells);
        reductions = List.copyOf(reductions);
    }
}
