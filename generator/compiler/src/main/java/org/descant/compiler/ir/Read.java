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

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Read read && variable.equals(read.variable));
    }

    @Override
    public int hashCode() {
        return variable.hashCode();
    }
}
