package org.descant.proof.bound;

import org.descant.compiler.ir.Arithmetic;
import org.descant.compiler.ir.Operator;
import org.descant.runtime.ElementType;

/** What single operations round. */
enum Rounding {
    DOUBLE {
        @Override
        double local(double exactly, double result, double ulps) {
            return ulps * Math.ulp(result);
        }
    },
    FLOAT {
        @Override
        double local(double exactly, double result, double ulps) {
            return Math.abs(result - exactly) + ulps * Math.ulp(exactly);
        }
    };

    /** The units in the last place by which a function of the library may be off, with the rounding of its result. */
    private static final double FUNCTION = 2;

    private static final double ARITHMETIC = 0.5;

    static Rounding of(ElementType type) {
        return switch (type) {
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
        };
    }

    Arithmetic arithmetic() {
        return switch (this) {
            case FLOAT -> Arithmetic.FLOAT;
            case DOUBLE -> Arithmetic.DOUBLE;
        };
    }

    /** Half a unit in the last place of 1. */
    double unit() {
        return switch (this) {
            case FLOAT -> 0x1p-24;
            case DOUBLE -> 0x1p-53;
        };
    }

    /**
     * The distance of a result from what it stands for.
     *
     * @param exactly the same result in double
     * @param ulps how far that may be off, in units in its last place
     */
    abstract double local(double exactly, double result, double ulps);

    /**
     * The distance for an operator whose result in double is known.
     *
     * @param y the second operand, if it has one
     */
    double local(Operator operator, double x, double y, double exactly, double result) {
        if (Double.isNaN(result) || Double.isInfinite(result)) {
            return Double.POSITIVE_INFINITY;
        }
        if (Exactness.of(operator, x, y, exactly)) {
            return local(exactly, result, 0);
        }
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, SQRT, SQUARE -> local(exactly, result, ARITHMETIC);
            case CUBE, FOURTH -> throw new IllegalArgumentException(operator + " is made of products");
            case MOD, POWER, CBRT, EXP, LOG, LOG1P, EXPM1, TANH, SIN, COS, ERF, HYPOT ->
                local(exactly, result, FUNCTION);
            case NEGATE, ABS, SIGN, FLOOR, CEIL, ROUND, MIN, MAX, CLAMP, BF16, F16, F32 -> 0;
            case ISFINITE, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, NOT, AND, OR -> 0;
            case CHOOSE, CHOOSE_TRUTH -> 0;
        };
    }
}
