package org.descant.runtime;

/**
 * How the terms of a tensor are cut where they are computed on copies: whole rows where these are short, and pieces of rows where they are long, as the
 * folds of rows and columns take them fastest.
 */
final class Chunks {
    /** Entries of a chunk at the most. */
    static final int LENGTH = ReductionTree.LANES;

    /** Where nothing is reduced to cells: chunks are cut as a tensor's sum wants them. */
    static final Geometry ONE_COLUMN = new Geometry(1, 1, Integer.MAX_VALUE, 1);

    private Chunks() {}

    /** Where a chunk of at most so many entries ends, of as many as there are. */
    static int end(int from, int most, int length) {
        return from + Math.min(length - from, most);
    }

    /**
     * The terms of the chunk that begins at an element.
     *
     * @param geometry the matrices whose rows are meant
     * @param length the elements of the tensor
     */
    static int count(Geometry geometry, int at, int length) {
        int matrix = geometry.matrix();
        int cols = geometry.cols();
        if (matrix <= LENGTH) {
            return Math.min(length - at, LENGTH / matrix * matrix);
        }
        int whole = cols <= LENGTH
                ? Math.min(LENGTH / cols * cols, matrix - at % matrix)
                : Math.min(LENGTH, cols - at % cols);
        return Math.min(length - at, whole);
    }

    /** Where the first chunk ends that fills a block. */
    static int end(Geometry geometry, int from, int length) {
        int end = from;
        while (end < end(from, Driver.BLOCK, length)) {
            end += count(geometry, end, length);
        }
        return end;
    }
}
