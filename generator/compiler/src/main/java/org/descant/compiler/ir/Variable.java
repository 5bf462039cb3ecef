package org.descant.compiler.ir;

import java.util.regex.Pattern;

/**
 * The value of one equation in one step. Names are unique in a system: {@code mhat}, {@code inner.mhat}; the value at t of a state m is
 * {@code m}; what the compiler named contains a {@code #}.
 */
public record Variable(String name, Kind kind, Shape shape, View view) {
    private static final Pattern UNNAMED = Pattern.compile("[cs]?#\\d+");

    /** Whether the compiler made it of a part of an equation, so that it has no name but what it is. */
    public boolean isUnnamed() {
        return UNNAMED.matcher(name).matches();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Variable variable
                        && name.equals(variable.name)
                        && kind == variable.kind
                        && view == variable.view
                        && shape.equals(variable.shape));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
