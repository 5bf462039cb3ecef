package org.descant.runtime;

import java.util.Arrays;

/**
 * Puts what is per matrix, row or column beside each cell of a larger shape: a loop over the larger one then has one index for all that
 * it reads, which is what C2 vectorises.
 */
final class Spread {
    private static final float[] NO_FLOATS = {};
    private static final double[] NO_DOUBLES = {};

    private Spread() {}

    /**
     * Fills a part of an array with what a tensor has in a cell; nothing where it does not need that.
     *
     * @param shape what there is one of in the cell
     * @param over what the array has one of
     * @param from the first entry, of those that the array has for the whole tensor
     * @param targets arrays by cell
     * @param place where in the array that entry stands
     */
    static void cell(
            TensorWork work,
            int cell,
            StateShape shape,
            StateShape over,
            int from,
            int count,
            Buffers targets,
            int place) {
        if (!work.needs().cell(cell)) {
            return;
        }
        Object source = work.cells().arrays().array(cell);
        if (shape == over) {
            System.arraycopy(source, from, targets.array(cell), place, count);
        } else {
            fill(source, shape, over, work.cells().geometry(shape), from, count, targets.array(cell), place);
        }
    }

    /**
     * Fills a part of the target.
     *
     * @param of what the source has one of
     * @param over what the target has one of
     * @param from the first entry, of those that the target has for the whole tensor
     * @param place where in the target that stands
     */
    private static void fill(
            Object source,
            StateShape of,
            StateShape over,
            Geometry geometry,
            int from,
            int count,
            Object target,
            int place) {
        boolean elements = over == StateShape.PER_ELEMENT;
        if (of.isOfCols()) {
            columns(source, geometry, from, count, target, place);
        } else if (of.isOfRows()) {
            segments(source, geometry.cols(), from, count, target, place);
        } else if (elements) {
            segments(source, geometry.matrix(), from, count, target, place);
        } else {
            segments(source, over.isOfRows() ? geometry.rows() : geometry.cols(), from, count, target, place);
        }
    }

    private static void segments(Object source, int length, int from, int count, Object target, int place) {
        if (length == 1) {
            copy(source, from, target, place, count);
            return;
        }
        if (target instanceof float[] floats) {
            segments(source, length, from, count, floats, place);
        } else {
            segments((double[]) source, length, from, count, (double[]) target, place);
        }
    }

    private static void segments(Object source, int length, int from, int count, float[] target, int place) {
        float[] narrow = source instanceof float[] floats ? floats : NO_FLOATS;
        double[] wide = source instanceof double[] doubles ? doubles : NO_DOUBLES;
        int entry = from / length;
        int end = Math.min(count, (entry + 1) * length - from);
        for (int at = 0; at < count; entry++) {
            float value = narrow.length > 0 ? narrow[entry] : (float) wide[entry];
            Arrays.fill(target, place + at, place + end, value);
            at = end;
            end = Math.min(count, end + length);
        }
    }

    private static void segments(double[] source, int length, int from, int count, double[] target, int place) {
        int entry = from / length;
        int end = Math.min(count, (entry + 1) * length - from);
        for (int at = 0; at < count; entry++) {
            double value = source[entry];
            Arrays.fill(target, place + at, place + end, value);
            at = end;
            end = Math.min(count, end + length);
        }
    }

    /** Rounds what is double to the type of the target. */
    private static void copy(Object source, int from, Object target, int place, int count) {
        if (source instanceof double[] doubles && target instanceof float[] floats) {
            for (int i = 0; i < count; i++) {
                floats[place + i] = (float) doubles[from + i];
            }
        } else {
            System.arraycopy(source, from, target, place, count);
        }
    }

    /** Every matrix repeats one row of entries; a repetition is copied from those before it. */
    private static void columns(Object source, Geometry geometry, int from, int count, Object target, int start) {
        int cols = geometry.cols();
        int done = 0;
        while (done < count) {
            int place = from + done;
            int matrix = place / geometry.matrix();
            int within = Math.min(count - done, (matrix + 1) * geometry.matrix() - place);
            int col = place % cols;
            int first = Math.min(within, cols - col);
            System.arraycopy(source, matrix * cols + col, target, start + done, first);
            int period = Math.min(within, cols);
            System.arraycopy(source, matrix * cols, target, start + done + first, period - first);
            for (int filled = period; filled < within; ) {
                int more = Math.min(filled, within - filled);
                System.arraycopy(target, start + done, target, start + done + filled, more);
                filled += more;
            }
            done += within;
        }
    }
}
