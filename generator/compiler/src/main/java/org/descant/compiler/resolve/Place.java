package org.descant.compiler.resolve;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The equation that is being written: what is named after it, and what may stand in it. */
final class Place {
    /** What kind of text is translated. */
    enum Kind {
        EQUATION,
        /** The start of a state. */
        START,
        /** A default, a range, the value of an option. */
        CONSTANT
    }

    private final Kind kind;
    private final Scope scope;
    private final String equation;
    /** Whether a def with one state lends it the name of this equation: not where that names a state or the parameter. */
    private final boolean lends;

    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Place(Kind kind, Scope scope, String equation, boolean lends) {
        this.kind = kind;
        this.scope = scope;
        this.equation = equation;
        this.lends = lends;
    }

    Kind kind() {
        return kind;
    }

    Scope scope() {
        return scope;
    }

    /** The name on the left side. */
    String equation() {
        return equation;
    }

    boolean lends() {
        return lends;
    }

    /** These names are given to what is inside the application that is the whole right side. */
    void take(Collection<String> names) {
        taken.addAll(names);
    }

    /** Whether a part with these names inside would name something as the whole right side does. */
    boolean isTaken(Collection<String> names) {
        return names.stream().anyMatch(taken::contains);
    }

    /** Counts what is named by the stem in this equation, from 1. */
    int count(String stem) {
        return counts.merge(stem, 1, Integer::sum);
    }
}
