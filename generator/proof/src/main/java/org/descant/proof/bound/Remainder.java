package org.descant.proof.bound;

/** What {@code mod(a, b)} rounds: it is a difference of numbers that can be much larger than it. */
final class Remainder {
    private Remainder() {}

    /**
     * The distance of the result from the remainder of the operands as they are.
     *
     * @param exactly the result in double
     * @param result the result as it was rounded
     */
    static double local(double x, double y, double exactly, double result) {
        double quotient = x / y;
        if (Double.isNaN(result) || Double.isInfinite(quotient)) {
            return Double.POSITIVE_INFINITY;
        }
        double nearest = Math.rint(quotient);
        boolean whole = Math.fma(-nearest, y, x) == 0;
        double rounded = Math.abs(result - exactly);
        if (whole && nearest == quotient) {
            return rounded;
        }
        if (Math.abs(quotient - nearest) <= 2 * Math.ulp(quotient)) {
            // The quotient may have been rounded to the other side of a whole number.
            return rounded + Math.abs(y);
        }
        boolean integers = x == Math.rint(x) && y == Math.rint(y) && Math.abs(x) < 0x1p52;
        return integers ? rounded : rounded + 2 * (Math.ulp(x) + Math.ulp(y * nearest));
    }
}
