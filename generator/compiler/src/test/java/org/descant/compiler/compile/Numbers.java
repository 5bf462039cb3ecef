package org.descant.compiler.compile;

import java.util.SplittableRandom;

/** Ordinary numbers, and now and then one at which arithmetic is special. */
final class Numbers {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL / 3,
        Float.MAX_VALUE,
        1.0,
        -1.0
    };

    private final SplittableRandom random;

    Numbers(long seed) {
        random = new SplittableRandom(seed);
    }

    double[] next(int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            int choice = random.nextInt(30);
            numbers[i] = choice == 0
                    ? SPECIAL[random.nextInt(SPECIAL.length)]
                    : Math.scalb(random.nextDouble() * 2 - 1, random.nextInt(12) - 8);
        }
        return numbers;
    }
}
