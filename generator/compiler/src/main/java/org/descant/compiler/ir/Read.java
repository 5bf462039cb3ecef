package org.descant.compiler.ir;

/** The value of a variable on this step. */
public record Read(Variable variable) implements Expr {
    @Override
    public Kind kind() {
        return variable.kind();
    }

    @Override
    public Shape shape() {
        return variable.shape();
    }

    @Override
    public View view() {
        return variable.view();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitRead(this);
    }
}
