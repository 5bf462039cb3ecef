package org.descant.runtime;

import java.util.Arrays;
import java.util.Optional;

/** A reduction to one result for each row or matrix, whose terms lie beside each other: a {@link ReductionTree} for each. */
final class SegmentFold implements Fold {
    /** Rows of terms that are given at a time, where they are long enough for vectors. */
    private static final int MOST_ROWS = ReductionTree.BLOCK / Vectors.SHORTEST_ROW;

    private final ReductionDescription described;
    private final ReductionTree tree;
    private final boolean adds;
    private float[] floats = {};
    private double[] doubles = {};
    private final double[] rowSums;
    private Optional<Vectors> rowVectors = Optional.empty();
    private int length;
    private int filled;
    private int next;

    SegmentFold(ReductionDescription described, ElementType terms) {
        this.described = described;
        this.tree = new ReductionTree(described.kind(), terms);
        adds = described.kind() == ReductionKind.SUM || described.kind() == ReductionKind.MEAN;
        rowSums = new double[adds && terms == ElementType.FLOAT ? MOST_ROWS + ReductionTree.SUMS : 0];
    }

    @Override
    public void begin(TensorWork tensor, Vectors vectors) {
        StateShape shape = described.shape();
        floats = tensor.cells().arrays().floats(described.cell());
        doubles = tensor.cells().arrays().doubles(described.cell());
        Geometry geometry = tensor.cells().geometry(shape);
        length = shape.isOfRows() ? geometry.cols() : geometry.matrix();
        if (described.over().isOfRows()) {
            length = geometry.rows();
        } else if (described.over().isOfCols()) {
            length = geometry.cols();
        }
        filled = 0;
        next = 0;
        double none = ReductionTree.none(described.kind());
        Arrays.fill(floats, (float) none);
        Arrays.fill(doubles, none);
        tree.begin();
        rowVectors = adds ? vectors.ofRows(length) : Optional.empty();
    }

    @Override
    public void take(float[] terms, int from, int count) {
        if (length == 1) {
            put(terms, from, count);
            return;
        }
        int at = from;
        while (at < from + count) {
            int more = Math.min(from + count - at, length - filled);
            if (more == length && rowVectors.isPresent()) {
                more = addRows(rowVectors.get(), terms, at, from + count - at);
            } else if (more == length && length <= ReductionTree.LANES) {
                put(tree.ofRow(terms, at, length));
            } else if (isBlock(more, from + count - at)) {
                tree.addBlock(terms, at, more);
                endSegment(more);
            } else {
                tree.append(terms, at, more);
                endSegment(more);
            }
            at += more;
        }
    }

    @Override
    public void take(double[] terms, int from, int count) {
        if (length == 1) {
            put(terms, from, count);
            return;
        }
        int at = from;
        while (at < from + count) {
            int more = Math.min(from + count - at, length - filled);
            if (more == length && length <= ReductionTree.LANES) {
                put(tree.ofRow(terms, at, length));
            } else if (isBlock(more, from + count - at)) {
                tree.addBlock(terms, at, more);
                endSegment(more);
            } else {
                tree.append(terms, at, more);
                endSegment(more);
            }
            at += more;
        }
    }

    /** Adds up as many rows as are whole, and says how many terms they have. */
    private int addRows(Vectors vectors, float[] terms, int from, int count) {
        int rows = count / length;
        vectors.addRows(terms, from, length, rows, rowSums);
        for (int row = 0; row < rows; row++) {
            put(rowSums[row]);
        }
        return rows * length;
    }

    /**
     * Whether terms are the next block of a segment's tree, which may overwrite what stands behind them.
     *
     * @param left all terms that were given, from these on
     */
    private boolean isBlock(int count, int left) {
        return ReductionTree.isBlock(filled, count, length)
                && (count == left || ReductionTree.isOverwrittenAlone(count));
    }

    /** Rows of one entry: a sum is 0 and the entry. */
    private void put(float[] terms, int from, int count) {
        if (floats.length == 0) {
            for (int i = 0; i < count; i++) {
                doubles[next + i] = adds ? 0.0 + terms[from + i] : terms[from + i];
            }
        } else if (adds) {
            for (int i = 0; i < count; i++) {
                floats[next + i] = 0f + terms[from + i];
            }
        } else {
            System.arraycopy(terms, from, floats, next, count);
        }
        next += count;
    }

    private void put(double[] terms, int from, int count) {
        for (int i = 0; i < count; i++) {
            doubles[next + i] = adds ? 0.0 + terms[from + i] : terms[from + i];
        }
        next += count;
    }

    private void endSegment(int more) {
        filled += more;
        if (filled == length) {
            put(tree.result());
            tree.begin();
            filled = 0;
        }
    }

    private void put(double result) {
        double finished = ReductionTree.finished(described.kind(), result, length);
        if (floats.length > 0) {
            floats[next++] = (float) finished;
        } else {
            doubles[next++] = finished;
        }
    }

    @Override
    public boolean overwrites(int count) {
        return length > ReductionTree.LANES;
    }

    @Override
    public void end(TensorStep step) {}
}
