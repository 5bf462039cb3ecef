package org.descant.compiler.resolve.text;

import java.util.List;

/** The names of the language that are no functions. */
public final class WellKnown {
    /** The dimensions of a tensor. */
    public static final List<String> DIMENSIONS = List.of("rank", "numel", "rows", "cols");

    private WellKnown() {}

    /** Whether nobody can define this name. */
    public static boolean is(String name) {
        return DIMENSIONS.contains(name) || List.of("t", "pi", "inf", "loss").contains(name);
    }
}
