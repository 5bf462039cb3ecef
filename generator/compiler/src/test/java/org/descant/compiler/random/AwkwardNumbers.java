package org.descant.compiler.random;

import java.util.random.RandomGenerator;

/** Numbers at which laws of real numbers fail: both zeros, infinities, NaN, subnormals, the largest, and ordinary ones between. */
public final class AwkwardNumbers {
    private static final double[] AWKWARD = {
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Float.MIN_VALUE,
        -3 * Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1.0,
        -1.0,
        0.5,
        2.0,
        0x1p-12,
        1e19,
        1 + 0x1p-23,
        1 - 0x1p-24
    };

    private final RandomGenerator random;
    private final int percent;

    private AwkwardNumbers(RandomGenerator random, int percent) {
        this.random = random;
        this.percent = percent;
    }

    /** A source that is all awkward, all ordinary or between, as the seed has it: one NaN soon makes everything NaN. */
    public static AwkwardNumbers source(long seed) {
        RandomGenerator random = RandomRules.generator(seed);
        int[] shares = {0, 5, 30, 100};
        return new AwkwardNumbers(random, shares[random.nextInt(shares.length)]);
    }

    public double next() {
        if (random.nextInt(100) < percent) {
            return AWKWARD[random.nextInt(AWKWARD.length)];
        }
        double small = random.nextGaussian();
        return random.nextInt(4) == 0 ? small * 1e-3 : small;
    }

    public double[] next(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = next();
        }
        return values;
    }

    /** A learning rate or another value of [0, inf): mostly ordinary. */
    public double nextPositive() {
        double[] some = {0, 1, 0.1, 1e-3, 1e-8, Double.MIN_VALUE, 1e300};
        return some[random.nextInt(some.length)];
    }

    /** A value of [0, 1). */
    public double nextFraction() {
        double[] some = {0, 0.5, 0.9, 0.999, 1 - 0x1p-53, Double.MIN_VALUE};
        return some[random.nextInt(some.length)];
    }
}
