package org.descant.harness.numbers;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

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

    private static final List<Double> HYPERS =
            List.of(0.0, 1.0, 0.1, 1e-3, 1e-8, 0.5, 0.9, 0.999, 1 - 0x1p-53, -0.25, 3.0, Double.MIN_VALUE, 1e300);

    private final RandomGenerator random;
    private final int percent;

    private AwkwardNumbers(RandomGenerator random, int percent) {
        this.random = random;
        this.percent = percent;
    }

    /** A source that is all awkward, all ordinary or between, as the seed has it: one NaN soon makes everything NaN. */
    public static AwkwardNumbers source(long seed) {
        RandomGenerator random = generator(seed);
        int[] shares = {0, 5, 30, 100};
        return new AwkwardNumbers(random, shares[random.nextInt(shares.length)]);
    }

    /** A source of nothing but ordinary numbers. */
    public static AwkwardNumbers ordinary(long seed) {
        return new AwkwardNumbers(generator(seed), 0);
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** One of them. */
    public double next() {
        if (random.nextInt(100) < percent) {
            return AWKWARD[random.nextInt(AWKWARD.length)];
        }
        double small = random.nextGaussian();
        return random.nextInt(4) == 0 ? small * 1e-3 : small;
    }

    /** So many of them. */
    public double[] next(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = next();
        }
        return values;
    }

    /**
     * A value that a hyperparameter may have: mostly ordinary.
     *
     * @param otherwise its default, which it has now and then, and where nothing else is allowed
     */
    public double next(DoublePredicate allowed, double otherwise) {
        List<Double> fitting = HYPERS.stream().filter(allowed::test).toList();
        return fitting.isEmpty() || random.nextInt(6) == 0 ? otherwise : fitting.get(random.nextInt(fitting.size()));
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
