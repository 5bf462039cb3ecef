package org.descant.compiler.ir;

/** What a state held when the step began: the stored value, m[t-1]. */
public record Previous(State state) implements Expr {
    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    @Override
    public Shape shape() {
        return state.shape();
    }

    @Override
    public View view() {
        return state.view();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitPrevious(this);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Previous previous && state.equals(previous.state));
    }

    @Override
    public int hashCode() {
        return 2 + state.hashCode();
    }
}
