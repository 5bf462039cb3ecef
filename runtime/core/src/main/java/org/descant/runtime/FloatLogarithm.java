package org.descant.runtime;

/**
 * Near log and log1p of a float, for {@link FloatRounding}, by a table of inverses (P. T. P. Tang, Table-driven implementation of the
 * logarithm function in IEEE floating-point arithmetic, ACM TOMS 16, 1990).
 *
 * <p>{@code x = 2ᵏ z} with {@code 0.705 ≤ z < 1.411}, a range cut into 128 intervals of equally many doubles, such that 1 is in the middle
 * of one. The table holds the inverse {@code c} of a number in the middle of each interval, as a float, and {@code −log c}:
 * {@code log x = k log 2 − log c + log(1 + r)}, {@code r = cz − 1}, {@code |r| ≤ h = 2⁻⁸}. In the interval of 1, {@code c = 1}. All is
 * counted in the steps of {@link FloatExponential}, {@code ln 2 / 128}, of which {@code k log 2} is a whole number.
 *
 * <p>Errors: {@code log(1 + r) ≈ r − r²/2 + … + r⁵/5} would leave out {@code r⁶/6}, of which {@code 5/24 h² r⁴ − 5/96 h⁴ r²} is taken into
 * the coefficients; what remains is {@code r h⁵ T₅(r/h) / 96} with Chebyshev's polynomial, at most {@code h⁵/96 < 9.5·10⁻¹⁵} of {@code r},
 * with {@code r⁷/7} and less {@code 1.01·10⁻¹⁴}. {@code r} is exact where {@code z} is a float, since the product has 48 places. In the
 * interval of 1 the series is all, and its operations add {@code 4u}. Elsewhere {@code −log c}, within {@code 4u}, is at most 2.01 times
 * the result, the series hardly larger than the result, and the additions add {@code 2u}: less than {@code 16u < 1.8·10⁻¹⁵} for these,
 * and less than {@code 1.2·10⁻¹⁴ < 2⁻⁴⁶} in all.
 *
 * <p>In log1p, {@code 1 + x} is rounded, and so is {@code cz}; each changes the logarithm by at most {@code 1.01u}, where it is at least
 * {@code 2⁻⁸ − 2⁻¹⁷}: less than {@code 2⁻⁴³} in all. Where {@code |x| < 2⁻⁸}, {@code r} is {@code x}.
 */
final class FloatLogarithm {
    private static final int INTERVALS = 128;

    /** The interval of 1. */
    private static final int ONE = 75;

    /** Bits of a double count half intervals from here on. */
    private static final int TO_HALF_INTERVAL = 52 - 8;

    /** Bits of the smallest {@code z}. */
    private static final long FIRST = Double.doubleToRawLongBits(1.0) - ((2 * ONE + 1L) << TO_HALF_INTERVAL);

    /** Turns an integer in the last bits into as many octaves, in steps. */
    private static final double TO_OCTAVES = FloatRounding.TO_INTEGER * FloatExponential.STEPS;

    private static final long TO_OCTAVES_BITS = Double.doubleToRawLongBits(TO_OCTAVES);

    private static final double FIRST_POWER = FloatExponential.STEPS_BY_UNIT;
    private static final double SECOND = (-1.0 / 2 + 5.0 / 96 * 0x1p-32) * FIRST_POWER;
    private static final double THIRD = 1.0 / 3 * FIRST_POWER;
    private static final double FOURTH = (-1.0 / 4 - 5.0 / 24 * 0x1p-16) * FIRST_POWER;
    private static final double FIFTH = 1.0 / 5 * FIRST_POWER;

    /** For each interval {@code c} and {@code −log c} in steps, beside each other. */
    private static final double[] INVERSES = new double[2 * INTERVALS];

    static {
        for (int i = 0; i < INTERVALS; i++) {
            double middle = 1 + (i - ONE) / (i < ONE ? 2.0 * INTERVALS : INTERVALS);
            double inverse = (float) (1 / middle);
            INVERSES[2 * i] = inverse;
            INVERSES[2 * i + 1] = 0.0 - StrictMath.log(inverse) * FloatExponential.STEPS_BY_UNIT;
        }
    }

    private FloatLogarithm() {}

    /** The natural logarithm, for normal {@code x > 0}. */
    static double log(float x) {
        return FloatRounding.isPositiveNormal(x, Float.POSITIVE_INFINITY)
                ? steps(FloatRounding.wide(x)) * FloatExponential.STEP
                : FloatRounding.UNCERTAIN;
    }

    /** The natural logarithm of {@code 1 + x}, for normal {@code x > −1}. */
    static double log1p(float x) {
        if (x <= -1 || !FloatRounding.isNormal(x, Float.POSITIVE_INFINITY)) {
            return FloatRounding.UNCERTAIN;
        }
        double wide = FloatRounding.wide(x);
        return (Math.abs(x) < 0x1p-8f ? series(wide) : steps(1 + wide)) * FloatExponential.STEP;
    }

    /** {@code 128 log₂ x}, for normal {@code x > 0}; to {@code 1.2·10⁻¹⁴} where {@code x} is a float. */
    static double steps(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long beyond = bits - FIRST;
        long octave = beyond >> 52;
        double z = Double.longBitsToDouble(bits - (octave << 52));
        double steps = Double.longBitsToDouble(octave + TO_OCTAVES_BITS) - TO_OCTAVES;
        int entry = (int) (beyond >> TO_HALF_INTERVAL) & (2 * INTERVALS - 2);
        return (steps + INVERSES[entry + 1]) + series(z * INVERSES[entry] - 1);
    }

    /** {@code log(1 + r)} in steps. */
    private static double series(double r) {
        double square = r * r;
        return r * FIRST_POWER + square * ((SECOND + r * THIRD) + square * (FOURTH + r * FIFTH));
    }
}
