package org.descant.compiler.ir;

import org.descant.runtime.Numeric;

/**
 * What each operator computes, in one of two precisions. Values are held in a double in both: of two floats, the sum, difference,
 * product and quotient computed in double and rounded once are the float results, and a float function is defined as its double
 * result rounded once. A condition is 1 or 0.
 */
public enum Arithmetic {
    DOUBLE {
        @Override
        public double round(double value) {
            return value;
        }
    },
    FLOAT {
        @Override
        public double round(double value) {
            return (float) value;
        }
    };

    /** The nearest number of this precision, the even one of two. */
    public abstract double round(double value);

    /** The result of an operator with one operand. */
    public double unary(Operator operator, double x) {
        return switch (operator) {
            case NEGATE -> -x;
            case SQUARE -> round(x * x);
            case CUBE -> round(round(x * x) * x);
            case FOURTH -> round(round(round(x * x) * x) * x);
            case ABS -> Numeric.abs(x);
            case SIGN -> Numeric.sign(x);
            case SQRT -> round(Numeric.sqrt(x));
            case CBRT -> round(Numeric.cbrt(x));
            case EXP -> round(Numeric.exp(x));
            case LOG -> round(Numeric.log(x));
            case LOG1P -> round(Numeric.log1p(x));
            case EXPM1 -> round(Numeric.expm1(x));
            case TANH -> round(Numeric.tanh(x));
            case SIN -> round(Numeric.sin(x));
            case COS -> round(Numeric.cos(x));
            case ERF -> round(Numeric.erf(x));
            case FLOOR -> Numeric.floor(x);
            case CEIL -> Numeric.ceil(x);
            case ROUND -> Numeric.round(x);
            case BF16 -> Numeric.bf16(x);
            case F16 -> Numeric.f16(x);
            case F32 -> Numeric.f32(x);
            case ISFINITE -> truth(Numeric.isfinite(x));
            case NOT -> truth(x == 0);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, MOD, MIN, MAX, CLAMP, HYPOT -> throw arity(operator, 1);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> throw arity(operator, 1);
            case AND, OR, CHOOSE, CHOOSE_TRUTH -> throw arity(operator, 1);
        };
    }

    /** The result of an operator with two operands. */
    public double binary(Operator operator, double x, double y) {
        return switch (operator) {
            case ADD -> round(x + y);
            case SUBTRACT -> round(x - y);
            case MULTIPLY -> round(x * y);
            case DIVIDE -> round(x / y);
            case POWER -> round(Numeric.pow(x, y));
            case MOD -> round(Numeric.mod(x, y));
            case MIN -> Numeric.min(x, y);
            case MAX -> Numeric.max(x, y);
            case HYPOT -> round(Numeric.hypot(x, y));
            case LESS -> truth(x < y);
            case LESS_OR_EQUAL -> truth(x <= y);
            case GREATER -> truth(x > y);
            case GREATER_OR_EQUAL -> truth(x >= y);
            case EQUAL -> truth(x == y);
            case NOT_EQUAL -> truth(x != y);
            case AND -> truth(x != 0 && y != 0);
            case OR -> truth(x != 0 || y != 0);
            case NEGATE, SQUARE, CUBE, FOURTH, ABS, SIGN, SQRT, CBRT, EXP, LOG, LOG1P, EXPM1 ->
                throw arity(operator, 2);
            case TANH, SIN, COS, ERF, FLOOR, CEIL, ROUND, BF16, F16, F32, ISFINITE, NOT -> throw arity(operator, 2);
            case CLAMP, CHOOSE, CHOOSE_TRUTH -> throw arity(operator, 2);
        };
    }

    /** The result of an operator with three operands. */
    public double ternary(Operator operator, double x, double y, double z) {
        return switch (operator.arity()) {
            case 3 -> operator.isChoice() ? (x != 0 ? y : z) : Numeric.clamp(x, y, z);
            default -> throw arity(operator, 3);
        };
    }

    private static double truth(boolean value) {
        return value ? 1 : 0;
    }

    private static IllegalArgumentException arity(Operator operator, int operands) {
        return new IllegalArgumentException(operator + " takes " + operator.arity() + " operands, not " + operands);
    }
}
