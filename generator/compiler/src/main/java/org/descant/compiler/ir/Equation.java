package org.descant.compiler.ir;

/** {@code target = value}, evaluated on the steps of the clock. */
public record Equation(Variable target, Expr value, Clock clock, Origin origin) {
    public Equation {
        if (!target.shape().contains(value.shape()) || target.kind() != value.kind()) {
            throw new IllegalArgumentException(target + " = " + value);
        }
    }
}
