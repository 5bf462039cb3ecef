package org.descant.compiler.rewrite;

import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;

/**
 * Shortens conditions by the laws of two truth values.
 *
 * <pre>
 * not not a = a
 * true and a = a and true = a and a = a
 * false and a = a and false = false
 * false or a = a or false = a or a = a
 * true or a = a or true = true
 * not (a == b) = a != b,  not (a != b) = a == b     with NaN, == is false and != is true
 * </pre>
 *
 * <p>Not touched: {@code not (a < b)}, which is not {@code a >= b} (both false with a NaN), and {@code x == x}, which asks whether x
 * is a number.
 */
public final class SimplifyConditions implements ExpressionRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<Expr> rewrite(Expr expr) {
        if (!(expr instanceof Apply apply)) {
            return Optional.empty();
        }
        if (apply.operator() == Operator.NOT) {
            return negation(apply.operands().get(0));
        }
        if (apply.operator() == Operator.AND || apply.operator() == Operator.OR) {
            boolean neutral = apply.operator() == Operator.AND;
            return connective(neutral, apply.operands().get(0), apply.operands().get(1));
        }
        return Optional.empty();
    }

    private static Optional<Expr> negation(Expr expr) {
        if (!(expr instanceof Apply apply)) {
            return Optional.empty();
        }
        return switch (apply.operator()) {
            case NOT -> Optional.of(apply.operands().get(0));
            case EQUAL -> Optional.of(new Apply(Operator.NOT_EQUAL, apply.operands()));
            case NOT_EQUAL -> Optional.of(new Apply(Operator.EQUAL, apply.operands()));
            default -> Optional.empty();
        };
    }

    private static Optional<Expr> connective(boolean neutral, Expr a, Expr b) {
        if (Literal.is(a, neutral) || Literal.is(b, !neutral)) {
            return Optional.of(b);
        }
        if (Literal.is(b, neutral) || Literal.is(a, !neutral) || a.equals(b)) {
            return Optional.of(a);
        }
        return Optional.empty();
    }
}
