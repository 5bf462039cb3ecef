package org.descant.compiler.ir;

/** The parameter before the step, w[t-1]; in a {@link State#start()} it is w[0]. */
public record Weight() implements Expr {
    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    @Override
    public Shape shape() {
        return Shape.ELEMENT;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitWeight(this);
    }
}
