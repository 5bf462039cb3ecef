package org.descant.runtime;

/** Rounding of doubles to binary formats of fewer bits, which hold every value as a double too. */
final class ShortFormat {
    private ShortFormat() {}

    /**
     * The nearest value with {@code precision} significant bits, the even one of two; below the smallest normal
     * exponent, with the spacing of that exponent. Dividing by the spacing and multiplying by it are exact, being by a
     * power of two far from the limits of double.
     */
    static double round(double x, int precision, int minExponent, int maxExponent) {
        if (!(Math.abs(x) <= Double.MAX_VALUE)) {
            return x;
        }
        int exponent = Math.max(Math.getExponent(x), minExponent);
        if (exponent > maxExponent) {
            return Math.copySign(Double.POSITIVE_INFINITY, x);
        }
        double spacing = Math.scalb(1.0, exponent - (precision - 1));
        double rounded = Math.rint(x / spacing) * spacing;
        return Math.getExponent(rounded) > maxExponent ? Math.copySign(Double.POSITIVE_INFINITY, x) : rounded;
    }
}
