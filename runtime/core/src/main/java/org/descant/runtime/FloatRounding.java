package org.descant.runtime;

/**
 * What decides whether a few digits are enough for the bits of a float function: Ziv's rounding test (A. Ziv, Fast evaluation of
 * elementary mathematical functions with correctly rounded last bit, ACM TOMS 17, 1991).
 *
 * <p>A float function of {@link Numeric} is a double function, rounded once: {@code (float) F}. Beside it there is a <em>near</em>
 * function, which takes a fraction of the time to find a {@code y} with {@code |y − F| ≤ ε|F|}, {@code ε = 2⁻³⁸}. Both round to the same
 * float, unless a number half-way between two floats is as close to {@code y}. Rounding to a float of at least 2⁻¹²⁶ cuts off 29 binary
 * places, and half-way is where these are {@code 2²⁸}; {@code ε|F|} is less than {@code 2¹⁵} units in the last place of {@code y}, since a
 * unit is more than {@code 2⁻⁵³ |y|}. So {@code y} has the float of {@code F} if its 29 places differ from {@code 2²⁸} by more than
 * {@code 2¹⁵}. They do but for one number in {@code 2¹³}, for which {@code F} itself is computed and rounded; so it is where a near
 * function gives {@link #UNCERTAIN}: for special arguments, and wherever {@code 0 < |F| < 2⁻¹²⁶} could be. Hence the bits do not depend on
 * how a near function computes, as long as its error is within {@code ε}.
 *
 * <p>That it is, the class of each one shows. There {@code u = 2⁻⁵³} bounds the relative error of one operation; {@code F} itself is
 * within {@code 5u} of the exact value, as {@link StrictMath} promises it (2.5 units in the last place for the hyperbolic tangent, one for
 * the others), for which each bound has room.
 */
final class FloatRounding {
    /** A number half-way between two floats: nothing is known of the result. */
    static final double UNCERTAIN = 1 + 0x1p-24;

    /** Added to a number of less than 2⁵¹, it leaves the nearest integer in the last bits; taken away again, as a number. */
    static final double TO_INTEGER = 0x1.8p52;

    private static final int CUT = 29;
    private static final long CUT_PLACES = (1L << CUT) - 1;
    private static final long HALF = 1L << (CUT - 1);
    private static final long ERROR = 1L << 15;

    private static final long BIAS = (long) (Double.MAX_EXPONENT - Float.MAX_EXPONENT) << 52;
    private static final long ALL_BUT_COPIES_OF_SIGN = 0x8fff_ffff_ffff_ffffL;
    private static final int SMALLEST = Float.floatToRawIntBits(Float.MIN_NORMAL);

    private FloatRounding() {}

    /**
     * Whether all numbers that differ from {@code near} by at most {@code 2⁻³⁸} of themselves round to the same float, those of at least
     * 2⁻¹²⁶ in size.
     */
    static boolean isCertain(double near) {
        return ((Double.doubleToRawLongBits(near) - HALF + ERROR) & CUT_PLACES) > 2 * ERROR;
    }

    /** Whether {@code 2⁻¹²⁶ ≤ |x| < limit}. */
    static boolean isNormal(float x, float limit) {
        return isPositiveNormal(Math.abs(x), limit);
    }

    /** Whether {@code 2⁻¹²⁶ ≤ x < limit}, in one comparison. */
    static boolean isPositiveNormal(float x, float limit) {
        int beyond = Float.floatToRawIntBits(x) - SMALLEST;
        return Integer.compareUnsigned(beyond, Float.floatToRawIntBits(limit) - SMALLEST) < 0;
    }

    /**
     * A normal float as a double; of 0 and of subnormal floats another number that is at most 2⁻¹²⁶ in size, of an infinity and NaN one
     * that is at least 2¹²⁸. By shifting: C2 of JDK 17 converts into a register without clearing it, and in a loop waits for what the turn
     * before has left there.
     */
    static double wide(float x) {
        long bits = (long) Float.floatToRawIntBits(x) << CUT;
        return Double.longBitsToDouble((bits & ALL_BUT_COPIES_OF_SIGN) + BIAS);
    }
}
