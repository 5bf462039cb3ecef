package org.descant.compiler.ir;

/** The loss of the first evaluation. */
public record Loss() implements Expr {
    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    @Override
    public Shape shape() {
        return Shape.MODEL;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitLoss(this);
    }
}
