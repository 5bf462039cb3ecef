package org.descant.proof.bound;

import org.descant.compiler.ir.Arithmetic;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Operator;

/** An operator other than a choice, at one cell after the other: what it computes and how far the exact result can be. */
final class CellOperation {
    private final Operator operator;
    private final Rounding rounding;
    private final Arithmetic arithmetic;
    private final Undecided undecided;
    private double value;
    private double error;

    CellOperation(Operator operator, Rounding rounding, Undecided undecided) {
        this.operator = operator;
        this.rounding = rounding;
        this.arithmetic = rounding.arithmetic();
        this.undecided = undecided;
    }

    double value() {
        return value;
    }

    double error() {
        return error;
    }

    void unary(double x, double a) {
        if (operator == Operator.CUBE || operator == Operator.FOURTH) {
            products(x, a);
            return;
        }
        value = arithmetic.unary(operator, x);
        if (operator == Operator.NOT) {
            error = a;
        } else if (operator == Operator.ISFINITE) {
            decide(Double.isFinite(x) && Double.isFinite(a));
        } else {
            double local = rounding.local(operator, x, x, Arithmetic.DOUBLE.unary(operator, x), value);
            error = sum(Propagation.unary(operator, x, a), local);
            if (isJump() && error > 0) {
                undecided.add();
            }
        }
    }

    private boolean isJump() {
        return switch (operator) {
            case SIGN, FLOOR, CEIL, ROUND, BF16, F16, F32 -> true;
            default -> false;
        };
    }

    /** (x*x)*x and ((x*x)*x)*x, as they are rounded. */
    private void products(double x, double a) {
        double power = x;
        double bound = a;
        for (int i = operator == Operator.CUBE ? 2 : 3; i > 0; i--) {
            double next = arithmetic.binary(Operator.MULTIPLY, power, x);
            double local = rounding.local(Operator.MULTIPLY, power, x, power * x, next);
            bound = sum(Propagation.binary(Operator.MULTIPLY, power, bound, x, a), local);
            power = next;
        }
        value = power;
        error = bound;
    }

    void binary(double x, double a, double y, double b) {
        value = arithmetic.binary(operator, x, y);
        if (operator == Operator.AND) {
            conjunction(x, a, y, b, 0);
        } else if (operator == Operator.OR) {
            conjunction(x, a, y, b, 1);
        } else if (operator.result() == Kind.BOOLEAN) {
            compare(x, a, y, b);
        } else {
            double exactly = Arithmetic.DOUBLE.binary(operator, x, y);
            double local = operator == Operator.MOD
                    ? Remainder.local(x, y, exactly, value)
                    : rounding.local(operator, x, y, exactly, value);
            error = sum(Propagation.binary(operator, x, a, y, b), local);
        }
    }

    /** One operand that surely has the deciding value is enough. */
    private void conjunction(double x, double a, double y, double b, double deciding) {
        boolean decided = (x == deciding && a == 0) || (y == deciding && b == 0) || (a == 0 && b == 0);
        error = decided ? 0 : Double.POSITIVE_INFINITY;
    }

    private void compare(double x, double a, double y, double b) {
        boolean known = a == 0 && b == 0;
        decide(known || Math.abs(x - y) > Propagation.up(a + b + Math.ulp(x - y)));
    }

    private void decide(boolean sure) {
        error = sure ? 0 : Double.POSITIVE_INFINITY;
        if (!sure) {
            undecided.add();
        }
    }

    /** Of {@code clamp(x, low, high)}, which is made of a maximum and a minimum. */
    void ternary(double x, double a, double low, double b, double high, double c) {
        value = arithmetic.ternary(operator, x, low, high);
        error = Double.isFinite(value) ? Math.max(a, Math.max(b, c)) : value(a, b, c);
    }

    /** An infinite or undefined result is exact only if everything before it is. */
    private static double value(double a, double b, double c) {
        return a == 0 && b == 0 && c == 0 ? 0 : Double.POSITIVE_INFINITY;
    }

    private static double sum(double a, double b) {
        return b == 0 ? a : Propagation.up(a + b);
    }
}
