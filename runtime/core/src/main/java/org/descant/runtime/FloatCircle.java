package org.descant.runtime;

/**
 * Near sin and cos of a float, for {@link FloatRounding}, by a table of sines (S. Gal and B. Bachelis, An accurate elementary mathematical
 * library for the IEEE floating point standard, ACM TOMS 17, 1991), after a reduction of the argument as W. J. Cody and W. Waite describe
 * it (Software Manual for the Elementary Functions, 1980).
 *
 * <p>With {@code n} the integer nearest to {@code x/t}, {@code t = 2π/128}, and {@code r = x − nt},
 * {@code sin x = sin nt + (cos nt · sin r − sin nt · (1 − cos r))}, {@code |r| ≤ π/128 < 0.0246}. {@code t} has three parts: 24 places, 29
 * places and the rest. Where {@code |x| < 2¹⁸}, {@code |n| < 2²³}, so that the products with the first two are exact, and what they leave
 * is too: multiples of {@code 2⁻⁵⁷} below 1/16. {@code r} has an error of {@code u}, and one of {@code 2⁻⁸⁸} from the third product, which
 * is nothing beside it, since no float is closer than {@code 2⁻³⁰} to a multiple of {@code π/2} but 0 (J.-M. Muller, Elementary Functions,
 * on the worst cases of range reduction).
 *
 * <p>Errors: {@code sin r ≈ r − r³/6 + r⁵/120} leaves out less than {@code r⁶/5040 < 5·10⁻¹⁴} of {@code r}, and
 * {@code 1 − cos r ≈ r²/2 − r⁴/24} less than {@code r⁶/720 < 3.1·10⁻¹³}. Where an entry of the table is 0, only the first counts.
 * Elsewhere the entry is at most twice the result, and within {@code 4u}: with all operations less than {@code 7·10⁻¹³ < 2⁻⁴⁰}.
 */
final class FloatCircle {
    private static final int STEPS = 128;
    private static final int QUARTER = STEPS / 4;
    private static final float LIMIT = 0x1p18f;

    private static final double STEP = 2 * Math.PI / STEPS;
    private static final double STEPS_BY_UNIT = 1 / STEP;
    private static final double FIRST_PART = (float) STEP;
    private static final double SECOND_PART = STEP - FIRST_PART;

    /** Of what {@link Math#PI} lacks of π. */
    private static final double THIRD_PART = 2 * 1.2246467991473532e-16 / STEPS;

    /** {@code sin(2πi/128)}. */
    private static final double[] SINES = new double[STEPS];

    static {
        for (int i = 0; i <= QUARTER; i++) {
            double sine = StrictMath.sin(i * STEP);
            SINES[i] = sine;
            SINES[STEPS / 2 - i] = sine;
            SINES[STEPS / 2 + i] = -sine;
            SINES[(STEPS - i) % STEPS] = -sine;
        }
    }

    private FloatCircle() {}

    /** The sine, for {@code 2⁻¹²⁶ ≤ |x| < 2¹⁸}. */
    static double sin(float x) {
        return sineAhead(x, 0);
    }

    /** The cosine, for {@code 2⁻¹²⁶ ≤ |x| < 2¹⁸}. */
    static double cos(float x) {
        return sineAhead(x, QUARTER);
    }

    private static double sineAhead(float x, int steps) {
        if (!FloatRounding.isNormal(x, LIMIT)) {
            return FloatRounding.UNCERTAIN;
        }
        double wide = FloatRounding.wide(x);
        double shifted = wide * STEPS_BY_UNIT + FloatRounding.TO_INTEGER;
        double n = shifted - FloatRounding.TO_INTEGER;
        double r = ((wide - n * FIRST_PART) - n * SECOND_PART) - n * THIRD_PART;
        int entry = (int) Double.doubleToRawLongBits(shifted) + steps;
        double sine = SINES[entry & (STEPS - 1)];
        double cosine = SINES[(entry + QUARTER) & (STEPS - 1)];
        double square = r * r;
        double sineOfRest = r + r * square * (-1.0 / 6 + square * (1.0 / 120));
        double oneLessCosineOfRest = square * (1.0 / 2 - square * (1.0 / 24));
        return sine + (cosine * sineOfRest - sine * oneLessCosineOfRest);
    }
}
