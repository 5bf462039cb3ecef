package org.descant.compiler.interpret;

import org.descant.compiler.ir.Dimension;
import org.descant.compiler.ir.View;

/** One tensor seen as a stack of matrices of {@code rows} × {@code cols}. */
record Geometry(int rank, int matrices, int rows, int cols) {
    static Geometry of(TensorSpec tensor, View view) {
        int rank = tensor.shape().size();
        if (view == View.LAST && rank >= 2) {
            return new Geometry(
                    rank,
                    tensor.product(0, rank - 2),
                    tensor.shape().get(rank - 2),
                    tensor.shape().get(rank - 1));
        }
        return rank == 0
                ? new Geometry(0, 1, 1, 1)
                : new Geometry(rank, 1, tensor.shape().get(0), tensor.product(1, rank));
    }

    /** The number of cells on a level. */
    int count(Level level) {
        return switch (level) {
            case GROUP, TENSOR -> 1;
            case MATRIX -> matrices;
            case ROW -> matrices * rows;
            case COL -> matrices * cols;
            case ELEMENT -> matrices * rows * cols;
        };
    }

    /** The cell of a smaller level that a cell lies in. */
    int within(Level from, int cell, Level to) {
        return switch (to) {
            case GROUP, TENSOR -> 0;
            case MATRIX -> cell / perMatrix(from);
            case ROW -> from == Level.ELEMENT ? cell / cols : cell;
            case COL -> from == Level.ELEMENT ? cell / (rows * cols) * cols + cell % cols : cell;
            case ELEMENT -> cell;
        };
    }

    private int perMatrix(Level level) {
        return switch (level) {
            case GROUP, TENSOR, MATRIX -> 1;
            case ROW -> rows;
            case COL -> cols;
            case ELEMENT -> rows * cols;
        };
    }

    /** A number that a rule can read. */
    double dimension(Dimension dimension) {
        return switch (dimension) {
            case RANK -> rank;
            case NUMEL -> (double) matrices * rows * cols;
            case ROWS -> rows;
            case COLS -> cols;
        };
    }
}
