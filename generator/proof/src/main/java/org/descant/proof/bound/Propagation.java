package org.descant.proof.bound;

import java.util.function.DoubleUnaryOperator;
import org.descant.compiler.ir.Operator;
import org.descant.runtime.Numeric;

/**
 * How far f(x̂, ŷ) can be from f(x, y) if |x̂ − x| ≤ a and |ŷ − y| ≤ b; infinite where nothing is known. Nothing here rounds f itself.
 */
final class Propagation {
    /** What the few operations of one formula can round away. */
    private static final double MARGIN = 1 + 0x1p-48;

    private Propagation() {}

    /** A little more than what was computed; 0 stays 0. */
    static double up(double bound) {
        return bound == 0 ? 0 : Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound * MARGIN + Double.MIN_VALUE;
    }

    static double unary(Operator operator, double x, double a) {
        if (a == 0) {
            return 0;
        }
        if (!(Math.abs(x) + a < Double.POSITIVE_INFINITY)) {
            return Double.POSITIVE_INFINITY;
        }
        double near = Math.max(Math.abs(x) - a, 0);
        return up(
                switch (operator) {
                    case NEGATE, ABS -> a;
                    case SIGN -> jump(Numeric::sign, x, a);
                    case FLOOR -> jump(Numeric::floor, x, a);
                    case CEIL -> jump(Numeric::ceil, x, a);
                    case ROUND -> jump(Numeric::round, x, a);
                    case BF16 -> jump(Numeric::bf16, x, a);
                    case F16 -> jump(Numeric::f16, x, a);
                    case F32 -> jump(Numeric::f32, x, a);
                    case SQUARE -> product(x, a, x, a);
                    case SQRT -> root(x, a);
                    // |∛x − ∛y| ≤ ∛(4|x − y|), and the slope is 1 / (3 ∛x²) where 0 is not near.
                    case CBRT ->
                        near > 0 ? Math.min(a / (3 * Math.pow(near, 2.0 / 3)), Math.cbrt(4 * a)) : Math.cbrt(4 * a);
                    case EXP -> Math.exp(x) * Math.expm1(a);
                    case EXPM1 -> Math.exp(x) * Math.expm1(a);
                    case LOG -> x - a > 0 ? -Math.log1p(-a / x) : Double.POSITIVE_INFINITY;
                    case LOG1P -> x - a > -1 ? -Math.log1p(-a / (1 + x)) : Double.POSITIVE_INFINITY;
                    case TANH -> Math.min(a, 2) * (1 - Math.tanh(near) * Math.tanh(near)) + 0x1p-50 * Math.min(a, 2);
                    case SIN, COS -> Math.min(a, 2);
                    case ERF -> Math.min(2 / Math.sqrt(Math.PI) * Math.exp(-near * near) * a, 2);
                    default -> throw new IllegalArgumentException(operator + " has no bound of one operand");
                });
    }

    /** The farthest value that a function which never falls takes within the bound. */
    static double jump(DoubleUnaryOperator rising, double x, double a) {
        double value = rising.applyAsDouble(x);
        double above = rising.applyAsDouble(Math.nextUp(x + a)) - value;
        double below = value - rising.applyAsDouble(Math.nextDown(x - a));
        return Math.max(above, below);
    }

    /** Of √x, for an exact value that is not below 0. */
    private static double root(double x, double a) {
        if (x < 0) {
            return Double.POSITIVE_INFINITY;
        }
        return x - a > 0 ? a / (Math.sqrt(x) + Math.sqrt(x - a)) : Math.max(Math.sqrt(x), Math.sqrt(a));
    }

    static double binary(Operator operator, double x, double a, double y, double b) {
        if (a == 0 && b == 0) {
            return 0;
        }
        if (!(Math.abs(x) + a < Double.POSITIVE_INFINITY) || !(Math.abs(y) + b < Double.POSITIVE_INFINITY)) {
            return Double.POSITIVE_INFINITY;
        }
        return up(
                switch (operator) {
                    case ADD, SUBTRACT, HYPOT -> a + b;
                    case MULTIPLY -> product(x, a, y, b);
                    case DIVIDE ->
                        Math.abs(y) > b ? (a + Math.abs(x / y) * b) / (Math.abs(y) - b) : Double.POSITIVE_INFINITY;
                    case MIN, MAX -> Math.max(a, b);
                    case MOD -> remainder(x, a, y, b);
                    case POWER -> Power.bound(x, a, y, b);
                    default -> throw new IllegalArgumentException(operator + " has no bound of two operands");
                });
    }

    static double product(double x, double a, double y, double b) {
        return Math.abs(x) * b + Math.abs(y) * a + a * b;
    }

    /** Of x − y⌊x/y⌋: exact up to what the floor says; where that is undecided, the result is anywhere between 0 and y. */
    private static double remainder(double x, double a, double y, double b) {
        if (Math.abs(y) <= b) {
            return Double.POSITIVE_INFINITY;
        }
        if (x == 0 && a == 0) {
            return 0;
        }
        double quotient = x / y;
        double error = up((a + Math.abs(quotient) * b) / (Math.abs(y) - b) + Math.ulp(quotient));
        double whole = Math.floor(quotient);
        return jump(Numeric::floor, quotient, error) == 0 ? a + Math.abs(whole) * b : 2 * (Math.abs(y) + b);
    }
}
