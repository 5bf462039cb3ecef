package org.descant.compiler.ir;

/** A further value from the caller. */
public record InputRead(Input input) implements Expr {
    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    @Override
    public Shape shape() {
        return input.shape();
    }

    @Override
    public View view() {
        return input.view();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitInput(this);
    }
}
