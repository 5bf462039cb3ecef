package org.descant.speed.c;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.descant.compiler.plan.Flag;
import org.descant.compiler.plan.Ring;

/** The end of a step in C, where states that take turns change places: the pointers do, as in the Java. */
final class CTurns {
    private final CArrays arrays;
    private final Function<Flag, String> flags;

    /** @param flags what a condition is in the step */
    CTurns(CArrays arrays, Function<Flag, String> flags) {
        this.arrays = arrays;
        this.flags = flags;
    }

    /** A statement for each ring. */
    List<String> of(List<Ring> rings) {
        return rings.stream().map(this::of).toList();
    }

    private String of(Ring ring) {
        List<String> places = ring.states().stream()
                .map(state -> "arrays[" + arrays.place(state) + "]")
                .toList();
        int last = places.size() - 1;
        List<String> turn = new ArrayList<>();
        turn.add("void *const oldest = " + places.get(last));
        for (int age = last; age > 0; age--) {
            turn.add(places.get(age) + " = " + places.get(age - 1));
        }
        turn.add(places.get(0) + " = oldest");
        String condition =
                ring.when().map(flag -> "if (" + flags.apply(flag) + ") ").orElse("");
        return condition + "{ " + String.join("; ", turn) + "; }";
    }
}
