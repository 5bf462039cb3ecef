package org.descant.compiler.ir;

/** {@code true} or {@code false}. */
public record Truth(boolean value) implements Expr {
    @Override
    public Kind kind() {
        return Kind.BOOLEAN;
    }

    @Override
    public Shape shape() {
        return Shape.CONSTANT;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitTruth(this);
    }
}
