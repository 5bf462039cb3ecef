package org.descant.benchmarks;

import java.util.Arrays;

/** The operations of a library of tensors, on whole arrays of one length: each passes over memory once. For one thread. */
final class Operations {
    private static final int LANES = 512;
    private static final float[] COPY = new float[LANES];
    private static final float[] SUMS = new float[LANES];

    private Operations() {}

    /** x = a x. */
    static void scale(float[] x, float a) {
        for (int i = 0; i < x.length; i++) {
            x[i] = a * x[i];
        }
    }

    /** x = a x + b y. */
    static void combine(float[] x, float a, float[] y, float b) {
        for (int i = 0; i < x.length; i++) {
            x[i] = a * x[i] + b * y[i];
        }
    }

    /** x = x + a y². */
    static void addSquare(float[] x, float a, float[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] + a * (y[i] * y[i]);
        }
    }

    /** x = a √y. */
    static void root(float[] x, float a, float[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = a * (float) Math.sqrt(y[i]);
        }
    }

    /** x = x + a. */
    static void shift(float[] x, float a) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] + a;
        }
    }

    /** x = x + a y / z. */
    static void addQuotient(float[] x, float a, float[] y, float[] z) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] + a * (y[i] / z[i]);
        }
    }

    /** x = a y / x. */
    static void divide(float[] x, float a, float[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = a * (y[i] / x[i]);
        }
    }

    /** The sum of the squares, over lanes of floats that are emptied into doubles: a copy first, so that the loop is vectorised. */
    static double sumOfSquares(float[] x) {
        double sum = 0;
        for (int from = 0; from < x.length; from += 8 * LANES) {
            Arrays.fill(SUMS, 0);
            int end = Math.min(from + 8 * LANES, x.length);
            for (int row = from; row < end; row += LANES) {
                int count = Math.min(LANES, end - row);
                System.arraycopy(x, row, COPY, 0, count);
                addSquares(SUMS, COPY, count);
            }
            for (float lane : SUMS) {
                sum += lane;
            }
        }
        return sum;
    }

    private static void addSquares(float[] lanes, float[] terms, int count) {
        for (int i = 0; i < count; i++) {
            lanes[i] += terms[i] * terms[i];
        }
    }
}
