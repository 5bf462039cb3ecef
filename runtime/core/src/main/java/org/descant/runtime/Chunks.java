package org.descant.runtime;

/**
 * How the elements of a tensor are cut for loops. Terms that are computed on copies come as the folds of rows and columns take them
 * fastest: whole rows where these are short, and blocks of one row where they are long. Chunks are as long as a block allows: going to the next takes as
 * long as some hundred elements.
 */
final class Chunks {
    /** Entries of a chunk at the most. */
    static final int LENGTH = ReductionTree.BLOCK;

    /** Where nothing is reduced to cells: chunks are cut as a tensor's sum wants them. */
    static final Geometry ONE_COLUMN = new Geometry(1, 1, Integer.MAX_VALUE, 1);

    private Chunks() {}

    /** Where the chunk that begins at an entry ends, of as many as there are. */
    static int end(int from, int length) {
        return from + Math.min(length - from, LENGTH);
    }

    /**
     * Where the chunk of terms that begins at an element ends.
     *
     * @param geometry the matrices whose rows are meant
     * @param length the elements of the tensor
     */
    static int end(Geometry geometry, int from, int length) {
        int matrix = geometry.matrix();
        int cols = geometry.cols();
        if (matrix <= ReductionTree.LANES) {
            return from + Math.min(length - from, LENGTH / matrix * matrix);
        }
        int whole = cols <= ReductionTree.LANES
                ? Math.min(LENGTH / cols * cols, matrix - from % matrix)
                : Math.min(LENGTH, cols - from % cols);
        return from + Math.min(length - from, whole);
    }
}
