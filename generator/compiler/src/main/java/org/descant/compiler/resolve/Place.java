package org.descant.compiler.resolve;

import java.util.HashMap;
import java.util.Map;

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

    /** Counts what is named by the stem in this equation, from 1. */
    int count(String stem) {
        return counts.merge(stem, 1, Integer::sum);
    }
}
