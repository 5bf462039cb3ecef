package org.descant.runtime;

import java.util.Arrays;

/**
 * Puts what is per matrix, row or column beside each cell of a larger shape: a loop over the larger one then has one index for all that
 * it reads, which is what C2 vectorises.
 */
final class Spread {
    private Spread() {}

    /**
     * Fills the beginning of the target.
     *
     * @param of what the source has one of
     * @param over what the target has one of
     * @param from the first entry, of those that the target has for the whole tensor
     */
    static void fill(
            Object source, StateShape of, StateShape over, Geometry geometry, int from, int count, Object target) {
        boolean elements = over == StateShape.PER_ELEMENT;
        if (of.isOfCols()) {
            columns(source, geometry, from, count, target);
        } else if (of.isOfRows()) {
            segments(source, geometry.cols(), from, count, target);
        } else if (elements) {
            segments(source, geometry.matrix(), from, count, target);
        } else {
            segments(source, over.isOfRows() ? geometry.rows() : geometry.cols(), from, count, target);
        }
    }

    private static void segments(Object source, int length, int from, int count, Object target) {
        if (length == 1) {
            copy(source, from, target, count);
            return;
        }
        int entry = from / length;
        int end = Math.min(count, (entry + 1) * length - from);
        for (int at = 0; at < count; ) {
            set(source, entry, target, at, end);
            entry++;
            at = end;
            end = Math.min(count, end + length);
        }
    }

    /** Rounds what is double to the type of the target. */
    private static void copy(Object source, int from, Object target, int count) {
        if (source instanceof double[] doubles && target instanceof float[] floats) {
            for (int i = 0; i < count; i++) {
                floats[i] = (float) doubles[from + i];
            }
        } else {
            System.arraycopy(source, from, target, 0, count);
        }
    }

    private static void set(Object source, int entry, Object target, int from, int to) {
        if (target instanceof float[] floats) {
            float value = source instanceof float[] narrow ? narrow[entry] : (float) ((double[]) source)[entry];
            Arrays.fill(floats, from, to, value);
        } else {
            Arrays.fill((double[]) target, from, to, ((double[]) source)[entry]);
        }
    }

    /** Every matrix repeats one row of entries; a repetition is copied from those before it. */
    private static void columns(Object source, Geometry geometry, int from, int count, Object target) {
        int cols = geometry.cols();
        int done = 0;
        while (done < count) {
            int place = from + done;
            int matrix = place / geometry.matrix();
            int within = Math.min(count - done, (matrix + 1) * geometry.matrix() - place);
            int col = place % cols;
            int first = Math.min(within, cols - col);
            System.arraycopy(source, matrix * cols + col, target, done, first);
            int period = Math.min(within, cols);
            System.arraycopy(source, matrix * cols, target, done + first, period - first);
            for (int filled = period; filled < within; ) {
                int more = Math.min(filled, within - filled);
                System.arraycopy(target, done, target, done + filled, more);
                filled += more;
            }
            done += within;
        }
    }
}
