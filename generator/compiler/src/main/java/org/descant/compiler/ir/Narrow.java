package org.descant.compiler.ir;

/** A number where it meets rows, columns or elements: rounded, once, to the type of the parameters. Its shape is that of the number; its precision is that of elements. */
public record Narrow(Expr number) implements Expr {
    public Narrow {
        if (number.kind() != Kind.NUMBER || !number.shape().isNumber() || number instanceof Narrow) {
            throw new IllegalArgumentException("cannot narrow " + number);
        }
    }

    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    @Override
    public Shape shape() {
        return number.shape();
    }

    @Override
    public View view() {
        return number.view();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitNarrow(this);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Narrow narrow && number.equals(narrow.number));
    }

    @Override
    public int hashCode() {
        return 1 + number.hashCode();
    }
}
