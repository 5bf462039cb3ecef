package org.descant.runtime;

/** Near cbrt and hypot of floats, for {@link FloatRounding}. */
final class FloatRoot {
    /**
     * What a third of the bits of a number lacks of those of its cube root: two thirds of the exponent's bias, less what is owed to the
     * other bits not being a logarithm. The guess that results is within a 30th of the root in each of three octaves, and so in all.
     */
    private static final long TWO_THIRDS = (long) ((1023 * 2.0 / 3 - 0.0331) * 0x1p52);

    private FloatRoot() {}

    /**
     * The cube root, for normal {@code x}. Halley's iteration takes the relative error {@code d} of a guess to
     * {@code d³ (2 + d) / (2 (1 + d)³ + 1)}: from 1/30 to {@code 2.6·10⁻⁵} and then {@code 1.2·10⁻¹⁴}; the operations of the second add
     * {@code 7u}: less than {@code 2⁻⁴⁶} in all.
     */
    static double cbrt(float x) {
        if (!FloatRounding.isNormal(x, Float.POSITIVE_INFINITY)) {
            return FloatRounding.UNCERTAIN;
        }
        double size = FloatRounding.wide(Math.abs(x));
        double guess = Double.longBitsToDouble(Double.doubleToRawLongBits(size) / 3 + TWO_THIRDS);
        return Math.copySign(closer(closer(guess, size), size), x);
    }

    private static double closer(double root, double cube) {
        double tried = root * root * root;
        return root * ((tried + 2 * cube) / (2 * tried + cube));
    }

    /**
     * {@code √(x² + y²)}, where that is a normal float or beyond the largest. The squares of floats are exact as doubles; sum and root add
     * {@code 2u}.
     */
    static double hypot(float x, float y) {
        double root = Math.sqrt((double) x * x + (double) y * y);
        return root >= Float.MIN_NORMAL && root <= Double.MAX_VALUE ? root : FloatRounding.UNCERTAIN;
    }
}
