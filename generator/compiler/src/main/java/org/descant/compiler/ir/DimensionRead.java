package org.descant.compiler.ir;

/** A number that describes the tensor at hand. */
public record DimensionRead(Dimension dimension, View view) implements Expr {
    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    @Override
    public Shape shape() {
        return Shape.TENSOR;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitDimension(this);
    }
}
