package org.descant.compiler.ir;

/** A literal, or what became one. Equality is by bits: 0.0 is not -0.0, NaN is NaN. */
public record Constant(double value) implements Expr {
    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    @Override
    public Shape shape() {
        return Shape.CONSTANT;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitConstant(this);
    }
}
