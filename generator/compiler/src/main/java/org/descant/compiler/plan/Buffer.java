package org.descant.compiler.plan;

import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Reduce;

/**
 * An array that loops see.
 *
 * @param number its place in the order of the runtime: values, gradients, inputs, states per element; cells are counted apart
 * @param name the rule's name for it: {@code w}, {@code g}, {@code fast.m}
 * @param before what reads it as it was when the loop began: before the step, or what an earlier loop of the step stored
 * @param space what it has one entry for; arrays that are not of elements are cells
 */
public record Buffer(int number, String name, Expr before, Space space) {
    /** An array of elements, or of terms. */
    public Buffer(int number, String name, Expr before) {
        this(number, name, before, Space.ELEMENT);
    }

    /** What an array is called that holds the value of an equation: what the compiler named is called by what it is. */
    static String name(Equation equation) {
        String name = equation.target().name();
        return equation.target().isUnnamed() ? Reduced.text(equation.value()) : name;
    }

    /** Whether it has one entry for each matrix, row or column. */
    public boolean isCell() {
        return !space.isOfElements();
    }

    /** Whether it has one entry for each row. */
    public boolean isOfRows() {
        return space.cell() == Space.Cell.ROW;
    }

    /** Whether it is scratch for the terms of a reduction. */
    public boolean isOfTerms() {
        return !isCell() && before instanceof Reduce;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Buffer buffer
                        && number == buffer.number
                        && name.equals(buffer.name)
                        && before.equals(buffer.before)
                        && space.equals(buffer.space));
    }

    @Override
    public int hashCode() {
        return 31 * number + name.hashCode();
    }

    /** The same array, read by another expression. */
    Buffer readBy(Expr expr) {
        return new Buffer(number, name, expr, space);
    }
}
