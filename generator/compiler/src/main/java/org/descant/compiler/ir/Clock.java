package org.descant.compiler.ir;

import java.util.List;

/**
 * The steps on which a part of a rule is active. The base clock is active on every step; each application with {@code when} has a
 * clock of its own below that of its caller.
 *
 * @param name the path of the application, empty for the base clock
 * @param conditions the names of the Boolean variables that must all hold, outermost first; each is per step or per model and is
 *     computed by an equation on the clock above
 */
public record Clock(String name, List<String> conditions) {
    public static final Clock BASE = new Clock("", List.of());

    public Clock {
        conditions = List.copyOf(conditions);
    }

    public boolean isBase() {
        return conditions.isEmpty();
    }

    /** Whether this clock can only be active when the other is. */
    public boolean within(Clock other) {
        return conditions.size() >= other.conditions.size()
                && conditions.subList(0, other.conditions.size()).equals(other.conditions);
    }
}
