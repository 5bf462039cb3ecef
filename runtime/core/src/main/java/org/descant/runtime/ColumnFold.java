package org.descant.runtime;

import java.util.Arrays;

/**
 * A reduction to one result for each column. The columns lie beside each other, so that what is added at once is whole rows: as many as
 * make {@value ReductionTree#LANES} terms, or one. Each column has the {@link ReductionTree} whose lanes are its entries in these
 * rows.
 */
final class ColumnFold implements Fold {
    private final ReductionDescription described;
    private final ReductionKind kind;
    private final ElementType terms;
    private Lanes lanes;
    private double[] totals = {};
    private double[] sums = {};
    private float[] floats = {};
    private double[] doubles = {};
    private int cols;
    private int matrix;
    /** Terms that are added at once. */
    private int width;
    /** The lanes of the block at hand. */
    private int active;
    /** The next lane. */
    private int lane;
    /** How many terms the lanes before that one have. */
    private int depth;
    /** Terms of the matrix that are still to come. */
    private int left;

    private int next;

    ColumnFold(ReductionDescription described, ElementType terms) {
        this.described = described;
        this.kind = described.kind();
        this.terms = terms;
        this.lanes = new Lanes(kind, terms, 0);
    }

    @Override
    public void begin(TensorWork tensor, Vectors vectors) {
        floats = tensor.cells().arrays().floats(described.cell());
        doubles = tensor.cells().arrays().doubles(described.cell());
        double none = ReductionTree.none(kind);
        Arrays.fill(floats, (float) none);
        Arrays.fill(doubles, none);
        Geometry geometry = tensor.cells().geometry(described.shape());
        cols = geometry.cols();
        matrix = geometry.matrix();
        width = cols == 0 ? 0 : Math.max(1, ReductionTree.LANES / cols) * cols;
        if (lanes.length() < width) {
            lanes = new Lanes(kind, terms, width);
        }
        if (totals.length < cols) {
            totals = new double[cols];
        }
        int sumCount = width == cols ? 0 : Math.min(width / cols, ReductionTree.SUMS) * cols;
        if (sums.length < sumCount) {
            sums = new double[sumCount];
        }
        next = 0;
        beginMatrix();
    }

    private void beginMatrix() {
        left = matrix;
        Arrays.fill(totals, 0, cols, ReductionTree.none(kind));
        beginBlock();
    }

    private void beginBlock() {
        active = Math.min(width, left);
        lanes.clear(active);
        lane = 0;
        depth = 0;
    }

    @Override
    public void take(float[] added, int from, int count) {
        for (int at = from; at < from + count; ) {
            int more = Math.min(from + count - at, left);
            if (isBlock(more)) {
                more = ReductionTree.BLOCK;
                lanes.takeBlock(added, at);
                depth = ReductionTree.ROWS;
                end(more);
            } else {
                more = Math.min(more, width - lane);
                lanes.add(added, at, lane, more);
                advance(more);
            }
            at += more;
        }
    }

    @Override
    public void take(double[] added, int from, int count) {
        for (int at = from; at < from + count; ) {
            int more = Math.min(from + count - at, left);
            if (isBlock(more)) {
                more = ReductionTree.BLOCK;
                lanes.takeBlock(added, at);
                depth = ReductionTree.ROWS;
                end(more);
            } else {
                more = Math.min(more, width - lane);
                lanes.add(added, at, lane, more);
                advance(more);
            }
            at += more;
        }
    }

    /** Whether terms fill a block whose rows are as long as its lanes. */
    private boolean isBlock(int count) {
        return count >= ReductionTree.BLOCK && width == ReductionTree.LANES && lane == 0 && depth == 0;
    }

    private void advance(int count) {
        lane += count;
        if (lane == width) {
            lane = 0;
            depth++;
        }
        end(count);
    }

    private void end(int count) {
        left -= count;
        if (left == 0) {
            endBlock();
            endMatrix();
        } else if (depth == ReductionTree.ROWS) {
            endBlock();
            beginBlock();
        }
    }

    /** Sum j of a column adds its lanes j, j + 8, … to 0; of those that have none nothing is left. A single lane is the sum itself. */
    private void endBlock() {
        int entries = active / cols;
        if (entries == 1) {
            lanes.addTo(totals, 0, 0, cols);
            return;
        }
        int used = Math.min(entries, ReductionTree.SUMS);
        Arrays.fill(sums, 0, used * cols, ReductionTree.none(kind));
        for (int entry = 0; entry < entries; entry++) {
            lanes.addTo(sums, entry % ReductionTree.SUMS * cols, entry * cols, cols);
        }
        for (int half = ReductionTree.SUMS / 2; half > 0; half /= 2) {
            for (int k = 0; k < half && k + half < used; k++) {
                LaneLoops.add(kind, sums, (k + half) * cols, sums, k * cols, cols);
            }
            used = Math.min(used, half);
        }
        LaneLoops.add(kind, sums, 0, totals, 0, cols);
    }

    private void endMatrix() {
        int entries = matrix / cols;
        for (int col = 0; col < cols; col++) {
            double finished = ReductionTree.finished(kind, totals[col], entries);
            if (floats.length > 0) {
                floats[next++] = (float) finished;
            } else {
                doubles[next++] = finished;
            }
        }
        beginMatrix();
    }

    @Override
    public boolean overwrites(int count) {
        return isBlock(count);
    }

    @Override
    public void end(TensorStep step) {}
}
