package org.descant.compiler.plan;

import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.State;

/**
 * States that hold one value at several ages, and take turns in the same arrays: a step writes the new value over the oldest, and the
 * runtime then calls every array by the next age.
 *
 * @param states the newest first; at least two
 * @param when the flag without which all of them stay as they are
 */
public record Ring(List<State> states, Optional<Flag> when) {
    public Ring {
        states = List.copyOf(states);
    }

    public State newest() {
        return states.get(0);
    }

    public State oldest() {
        return states.get(states.size() - 1);
    }

    /** What a step does to the array of the oldest, in a few words. */
    public String turn() {
        return "in place of " + oldest().name() + ": " + newest().name() + " from the next step on";
    }

    /** What is saved, as a sentence. */
    String reason() {
        return newest().name() + (states.size() == 2 ? " and " : " to ") + oldest().name()
                + " take turns in the same arrays: the new value is written over the oldest, and none is copied";
    }
}
