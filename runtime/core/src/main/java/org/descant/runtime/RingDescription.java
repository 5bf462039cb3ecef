package org.descant.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * States that remember one value at several ages, in arrays that take turns. A step leaves the new value in the array of the oldest, and
 * with the end of the step that array is the newest state and every other one is a step older; none is copied. The names stay with the
 * ages.
 *
 * @param states the newest first: {@code g[t-1]}, {@code g[t-2]}
 * @param flag the index of the condition without which they stay as they are in a step; {@link EvaluationDescription#ALWAYS} if there is
 *     none
 */
public record RingDescription(List<String> states, int flag) {
    public RingDescription {
        states = List.copyOf(states);
        if (states.size() < 2) {
            throw new IllegalArgumentException("a ring of " + states + ": it takes 2 states at least");
        }
    }

    /** Whether they take turns in a step. */
    boolean turns(boolean[] flags) {
        return flag == EvaluationDescription.ALWAYS || flags[flag];
    }

    /** States that take turns must be stored alike, for the same tensors. */
    static void check(
            String rule, List<RingDescription> rings, List<StateDescription> all, List<UnneededDescription> unneeded) {
        Set<String> seen = new HashSet<>();
        for (RingDescription ring : rings) {
            List<StateDescription> members = ring.states.stream()
                    .map(name -> all.stream()
                            .filter(state -> state.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException(
                                    rule + " has a ring with the state '" + name + "', which it does not have")))
                    .toList();
            StateDescription first = members.get(0);
            for (StateDescription member : members) {
                if (!seen.add(member.name())) {
                    throw new IllegalArgumentException(
                            rule + " has the state '" + member.name() + "' in two places of its rings");
                }
                boolean isArray = member.shape() == StateShape.PER_ELEMENT
                        || member.shape().isOfCells();
                boolean isNeededAlike = unneeded.stream()
                        .allMatch(each -> each.states().contains(member.name())
                                == each.states().contains(first.name()));
                if (!isArray
                        || member.shape() != first.shape()
                        || member.storage() != first.storage()
                        || !isNeededAlike) {
                    throw new IllegalArgumentException(rule + " cannot let the states '" + first.name() + "' and '"
                            + member.name() + "' take turns: they are not kept alike");
                }
            }
        }
    }
}
