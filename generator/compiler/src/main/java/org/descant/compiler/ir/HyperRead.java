package org.descant.compiler.ir;

/** The value of a hyperparameter on this step, for the group at hand. */
public record HyperRead(Hyper hyper) implements Expr {
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
        return visitor.visitHyper(this);
    }
}
