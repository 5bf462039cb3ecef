package org.descant.compiler.ir;

/** The number of the step, from 1, on the base clock. Inner clocks count in a state of their own. */
public record StepCount() implements Expr {
    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    @Override
    public Shape shape() {
        return Shape.STEP;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitStepCount(this);
    }
}
