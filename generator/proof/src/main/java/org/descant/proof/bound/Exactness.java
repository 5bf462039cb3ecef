package org.descant.proof.bound;

import org.descant.compiler.ir.Operator;

/** Whether an operation of doubles rounded anything: small whole numbers, such as counts of steps, mostly do not. */
final class Exactness {
    /** Below this the rest of a product or quotient may itself be rounded away. */
    private static final double LEAST = 0x1p-900;

    private Exactness() {}

    /** @param result of the operator, in double */
    static boolean of(Operator operator, double x, double y, double result) {
        return switch (operator) {
            case ADD -> isSum(x, y, result);
            case SUBTRACT -> isSum(x, -y, result);
            case MULTIPLY -> isProduct(x, y, result);
            case SQUARE -> isProduct(x, x, result);
            case DIVIDE -> x == 0 || (Math.abs(x) > LEAST && Math.fma(-result, y, x) == 0);
            case SQRT -> x == 0 || (x > LEAST && Math.fma(-result, result, x) == 0);
            default -> false;
        };
    }

    /** Knuth's error of a sum is 0. */
    private static boolean isSum(double x, double y, double sum) {
        double other = sum - x;
        return (x - (sum - other)) + (y - other) == 0;
    }

    private static boolean isProduct(double x, double y, double product) {
        return x == 0 || y == 0 || (Math.abs(product) > LEAST && Math.fma(x, y, -product) == 0);
    }
}
