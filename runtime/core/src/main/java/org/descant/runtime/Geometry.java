package org.descant.runtime;

import java.util.List;

/**
 * One tensor seen as a stack of matrices of {@code rows} × {@code cols}. No product of these is more than an int holds: no product of dimensions is, those that
 * are 0 left out ({@link ParametersBuilder#length}).
 */
record Geometry(int rank, int matrices, int rows, int cols) {
    /** The first axis × the rest; a vector's elements are its rows, and rank 0 is 1 × 1. */
    static Geometry first(List<Integer> shape) {
        int rank = shape.size();
        return rank == 0 ? new Geometry(0, 1, 1, 1) : new Geometry(rank, 1, shape.get(0), product(shape, 1, rank));
    }

    /** A stack over the last two axes; what has fewer is one matrix. */
    static Geometry last(List<Integer> shape) {
        int rank = shape.size();
        return rank < 2
                ? first(shape)
                : new Geometry(rank, product(shape, 0, rank - 2), shape.get(rank - 2), shape.get(rank - 1));
    }

    /** The view of a tensor that a shape means. */
    static Geometry of(List<Integer> tensor, StateShape shape) {
        return shape.isOfLast() ? last(tensor) : first(tensor);
    }

    /** The number of cells of a shape: matrices, rows or columns of all matrices. */
    int count(StateShape shape) {
        if (shape.isOfMatrices()) {
            return matrices;
        }
        return matrices * (shape.isOfRows() ? rows : shape.isOfCols() ? cols : rows * cols);
    }

    /** The elements of a matrix. */
    int matrix() {
        return rows * cols;
    }

    private static int product(List<Integer> shape, int from, int to) {
        int product = 1;
        for (int axis = from; axis < to; axis++) {
            product *= shape.get(axis);
        }
        return product;
    }
}
