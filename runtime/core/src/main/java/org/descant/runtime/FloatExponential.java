package org.descant.runtime;

/**
 * Near exp, expm1 and tanh of a float, for {@link FloatRounding}, by a table of powers (P. T. P. Tang, Table-driven implementation of the
 * exponential function in IEEE floating-point arithmetic, ACM TOMS 15, 1989; of expm1, TOMS 18, 1992).
 *
 * <p>Arguments are counted in <em>steps</em>, of which 128 double a power: {@code eˣ = 2^(s/128)}, {@code s = 128 x / ln 2}. With
 * {@code n} the integer nearest to {@code s}, and {@code f = s − n}, which is exact, that is {@code 2^(n/128) eʳ},
 * {@code r = f ln 2 / 128}: a power of which the table holds the fraction of an octave, and a number near 1,
 * {@code |r| ≤ h = ln 2 / 256 < 0.00271}.
 *
 * <p>Errors of {@link #power}: {@code eʳ ≈ 1 + r + (1/2 + 0.0345 h²) r² + r³/6} leaves out {@code r⁴/24 − 0.0345 h² r²}, at most
 * {@code 0.0072 h⁴ < 3.9·10⁻¹³} (at {@code r² = 0.414 h²} and at {@code h²}), and {@code r⁵/120} and less, {@code 2·10⁻¹⁵}; an entry of
 * the table is within {@code 2u}, and the operations add {@code 3u}: less than {@code 4·10⁻¹³} in all. In exp, {@code s} has an error of
 * {@code 2u}, which is at most {@code 2u · 16000 ln 2 / 128 < 2·10⁻¹⁴} of the result: less than {@code 2⁻⁴¹}.
 *
 * <p>Errors of expm1: {@code eʳ − 1 ≈ r + r²/2 + r³/6 + r⁴/24} leaves out {@code r⁵/120} and less, {@code h⁴/120 < 4.6·10⁻¹³} of
 * {@code r}. For {@code n = 0} that and {@code 6u} are all. Otherwise {@code |x| ≥ h}, so that the power is at most {@code 1.01/h} times
 * the result {@code |eˣ − 1|}. Table and subtraction contribute less than {@code 1.01 · 4u/h < 1.7·10⁻¹³} of it, the series
 * {@code 4.7·10⁻¹³}, and {@code s} {@code 2u (|x| + 1) < 2·10⁻¹⁴}: less than {@code 2⁻⁴⁰}.
 *
 * <p>{@code tanh x = e / (e + 2)}, {@code e = e²ˣ − 1}, for {@code x > 0} has the error of {@code e} times {@code 2/(e + 2) ≤ 1}, and
 * {@code 2u}: less than {@code 2⁻⁴⁰}.
 */
final class FloatExponential {
    static final int STEPS = 128;

    /** {@code 128 / ln 2}. */
    static final double STEPS_BY_UNIT = 0x1.71547652b82fep7;

    /** {@code ln 2 / 128}. */
    static final double STEP = 0x1.62e42fefa39efp-8;

    private static final int TO_EXPONENT = 52 - 7;

    /** Powers of less than 125 octaves are normal floats. */
    private static final long LIMIT = 125 * STEPS;

    private static final long LOWEST = Double.doubleToRawLongBits(FloatRounding.TO_INTEGER) - LIMIT;

    private static final double SECOND = STEP * STEP / 2;
    private static final double THIRD = STEP * STEP * STEP / 6;
    private static final double FOURTH = STEP * STEP * STEP * STEP / 24;

    /** The second coefficient where there is no fourth. */
    private static final double SECOND_OF_THREE = SECOND * (1 + 2 * 0.0345 * (STEP / 2) * (STEP / 2));

    /** The bits of {@code 2^(i/128)}, less {@code i} where 128 is one more of the exponent. */
    private static final long[] POWERS = new long[STEPS];

    static {
        for (int i = 0; i < STEPS; i++) {
            double power = StrictMath.pow(2, (double) i / STEPS);
            POWERS[i] = Double.doubleToRawLongBits(power) - ((long) i << TO_EXPONENT);
        }
    }

    private FloatExponential() {}

    /** {@code eˣ}, for {@code |x| < 86}. */
    static double exp(float x) {
        return power(FloatRounding.wide(x) * STEPS_BY_UNIT);
    }

    /** {@code eˣ − 1}, for {@code 2⁻¹²⁶ ≤ |x| < 86}. */
    static double expm1(float x) {
        return FloatRounding.isNormal(x, 86)
                ? powerLessOne(FloatRounding.wide(x) * STEPS_BY_UNIT)
                : FloatRounding.UNCERTAIN;
    }

    /** The hyperbolic tangent, for {@code 2⁻¹²⁶ ≤ |x| < 43}; beyond, it is ±1 and soon found. */
    static double tanh(float x) {
        if (!FloatRounding.isNormal(x, 43)) {
            return FloatRounding.UNCERTAIN;
        }
        double e = powerLessOne(FloatRounding.wide(Math.abs(x)) * (2 * STEPS_BY_UNIT));
        return Math.copySign(e / (e + 2), x);
    }

    /** {@code 2^(steps/128)}, for less than 16,000 steps up or down, to {@code 4·10⁻¹³}. */
    static double power(double steps) {
        double shifted = steps + FloatRounding.TO_INTEGER;
        long whole = Double.doubleToRawLongBits(shifted);
        if (Long.compareUnsigned(whole - LOWEST, 2 * LIMIT) >= 0) {
            return FloatRounding.UNCERTAIN;
        }
        double f = steps - (shifted - FloatRounding.TO_INTEGER);
        double power = wholePower(whole);
        return power + power * (f * STEP + f * f * (SECOND_OF_THREE + f * THIRD));
    }

    private static double powerLessOne(double steps) {
        double shifted = steps + FloatRounding.TO_INTEGER;
        double f = steps - (shifted - FloatRounding.TO_INTEGER);
        double square = f * f;
        double power = wholePower(Double.doubleToRawLongBits(shifted));
        return (power - 1) + power * (f * STEP + square * ((SECOND + f * THIRD) + square * FOURTH));
    }

    private static double wholePower(long steps) {
        return Double.longBitsToDouble(POWERS[(int) steps & (STEPS - 1)] + (steps << TO_EXPONENT));
    }
}
