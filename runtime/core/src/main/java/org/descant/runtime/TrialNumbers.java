package org.descant.runtime;

import java.util.Arrays;
import java.util.Random;

/** What loops are tried on. The same in each run. */
final class TrialNumbers {
    /** Wide numbers are of magnitudes from two to the minus that to two to that: a sum of some hundred floats is no longer exact as a double. */
    private static final int WIDTH = 24;

    enum Kind {
        /** Numbers around 0. */
        USUAL,
        /** Numbers of so many magnitudes that sums hang on their order, whatever adds them up. */
        WIDE,
        /** Numbers around 0, and among them all that are special. */
        SPECIAL
    }

    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE
    };

    private final Random random = new Random(1);

    /** Gives two arrays the same numbers. */
    void fill(Object one, Object other, Kind kind) {
        if (one instanceof float[] floats) {
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) element(kind);
            }
            System.arraycopy(floats, 0, other, 0, floats.length);
        } else {
            double[] doubles = (double[]) one;
            for (int i = 0; i < doubles.length; i++) {
                doubles[i] = element(kind);
            }
            System.arraycopy(doubles, 0, other, 0, doubles.length);
        }
    }

    private double element(Kind kind) {
        return switch (kind) {
            case USUAL -> random.nextGaussian();
            case WIDE -> Math.scalb(random.nextGaussian(), random.nextInt(2 * WIDTH) - WIDTH);
            case SPECIAL -> random.nextInt(4) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextGaussian();
        };
    }

    /** Numbers as prologues compute, and conditions, of which most hold. */
    void fill(double[] numbers, boolean[] conditions) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 0.1 + 0.8 * random.nextDouble();
        }
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = random.nextInt(4) > 0;
        }
    }

    /** Gives all elements of an array the number of one of them, as those of a row have. */
    static void level(Object array, int place) {
        if (array instanceof float[] floats) {
            Arrays.fill(floats, floats[place]);
        } else {
            double[] doubles = (double[]) array;
            Arrays.fill(doubles, doubles[place]);
        }
    }
}
