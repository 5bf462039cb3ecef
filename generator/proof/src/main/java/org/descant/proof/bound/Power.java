package org.descant.proof.bound;

/** How far x̂^ŷ can be from x^y. */
final class Power {
    private static final double MOST_FACTORS = 1e6;

    private Power() {}

    static double bound(double x, double a, double y, double b) {
        if (x == 0 && a == 0 && y - b > 0) {
            return 0;
        }
        if (x - a > 0) {
            return positive(x, a, y, b);
        }
        if (b != 0 || y != Math.rint(y) || Math.abs(y) > MOST_FACTORS) {
            return x >= 0 && b == 0 && y > 0 ? fromZero(x, a, y) : Double.POSITIVE_INFINITY;
        }
        return y >= 0 ? whole(Math.abs(x), a, y) : reciprocal(Math.abs(x), a, -y);
    }

    /** As exp(y ln x): what the logarithm and the exponent are off, together. */
    private static double positive(double x, double a, double y, double b) {
        double log = -Math.log1p(-a / x);
        double error = Math.abs(y) * log + Math.abs(Math.log(x)) * b + b * log;
        return Math.pow(x, y) * Math.expm1(Propagation.up(error)) * (1 + 0x1p-50);
    }

    /** Of a base that may be 0 but is not below: x^y lies between 0 and (x̂ + a)^y. */
    private static double fromZero(double x, double a, double y) {
        return Math.pow(x + a, y) * (1 + 0x1p-50);
    }

    /** (x + a)^n − x^n ≤ n a (x + a)^(n − 1). */
    private static double whole(double x, double a, double n) {
        return n == 0 ? 0 : n * a * Math.pow(x + a, n - 1) * (1 + 0x1p-50);
    }

    /** n a / (x − a)^(n + 1). */
    private static double reciprocal(double x, double a, double n) {
        return x > a ? n * a / Math.pow(x - a, n + 1) * (1 + 0x1p-50) : Double.POSITIVE_INFINITY;
    }
}
