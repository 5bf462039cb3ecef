package org.descant.runtime;

/**
 * Puts what is per matrix, row or column beside each cell of a larger shape: a loop over the larger one then has one index for all that
 * it reads, which is what C2 vectorises.
 */
final class Spread {
    private static final float[] NO_FLOATS = {};
    private static final double[] NO_DOUBLES = {};

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
        if (target instanceof float[] floats) {
            segments(source, length, from, count, floats);
        } else {
            segments((double[]) source, length, from, count, (double[]) target);
        }
    }

    private static void segments(Object source, int length, int from, int count, float[] target) {
        float[] narrow = source instanceof float[] floats ? floats : NO_FLOATS;
        double[] wide = source instanceof double[] doubles ? doubles : NO_DOUBLES;
        int entry = from / length;
        int end = Math.min(count, (entry + 1) * length - from);
        for (int at = 0; at < count; entry++) {
            float value = narrow.length > 0 ? narrow[entry] : (float) wide[entry];
            for (; at < end; at++) {
                target[at] = value;
            }
            end = Math.min(count, end + length);
        }
    }

    private static void segments(double[] source, int length, int from, int count, double[] target) {
        int entry = from / length;
        int end = Math.min(count, (entry + 1) * length - from);
        for (int at = 0; at < count; entry++) {
            double value = source[entry];
            for (; at < end; at++) {
                target[at] = value;
            }
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
