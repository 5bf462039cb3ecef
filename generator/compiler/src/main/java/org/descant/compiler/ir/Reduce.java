package org.descant.compiler.ir;

/**
 * A reduction of all entries of the argument that belong to one entry of the result.
 *
 * @param argument a larger shape than the result
 * @param shape per model, tensor, matrix, row or col
 * @param view which matrices, rows and columns are meant
 */
public record Reduce(Reduction reduction, Expr argument, Shape shape, View view) implements Expr {
    public Reduce {
        if (argument.kind() != Kind.NUMBER
                || !argument.shape().contains(shape)
                || argument.shape().equals(shape)) {
            throw new IllegalArgumentException(reduction + " of " + argument.shape() + " to " + shape);
        }
    }

    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitReduce(this);
    }
}
