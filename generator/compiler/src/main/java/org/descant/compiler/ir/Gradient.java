package org.descant.compiler.ir;

/** The gradient of an evaluation. */
public record Gradient(int evaluation) implements Expr {
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
        return visitor.visitGradient(this);
    }
}
