package org.descant.compiler.rewrite;

import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;

/**
 * Removes signs that cancel. Negation flips the sign bit and nothing else, and rounding to nearest is symmetric about 0.
 *
 * <pre>
 * -(-x) = x                        the sign bit is flipped twice
 * x * -1 = -1 * x = x / -1 = -x    exact up to the sign, and the sign is the flipped one, for zeros too
 * a + (-b) = a - b                 the definition of subtraction
 * a - (-b) = a + b                 the same
 * (-a) + b = b - a                 the same, since addition commutes
 * (-a) * (-b) = a * b, (-a) / (-b) = a / b     the sign of the result is the exclusive or of the signs
 * (-x)^2 = x^2, |x|^2 = x^2, (-x)^4 = x^4, |x|^4 = x^4     x*x has the same operands up to two signs
 * |-x| = |x|, ||x|| = |x|          the sign bit is cleared either way
 * </pre>
 *
 * <p>A NaN may change its sign, which nothing can see. Not touched: {@code -(a - b)}, which is not {@code b - a} (0 and -0 for
 * a = b), {@code (-a) - b}, which is not shorter as {@code -(a + b)} and differs for a = 0, b = -0, {@code (-x)^3}, {@code sqrt(x)^2}.
 */
public final class CancelSigns implements ExpressionRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<Expr> rewrite(Expr expr) {
        if (!(expr instanceof Apply apply)) {
            return Optional.empty();
        }
        return apply.operands().size() == 1
                ? unary(apply.operator(), apply.operands().get(0))
                : binary(apply);
    }

    private static Optional<Expr> unary(Operator operator, Expr x) {
        return switch (operator) {
            case NEGATE -> negated(x);
            case SQUARE, FOURTH, ABS -> unsigned(x).map(bare -> new Apply(operator, bare));
            default -> Optional.empty();
        };
    }

    private static Optional<Expr> binary(Apply apply) {
        Expr a = apply.operands().get(0);
        Expr b = apply.operands().get(1);
        Operator operator = apply.operator();
        return switch (operator) {
            case ADD ->
                negated(b)
                        .<Expr>map(bare -> new Apply(Operator.SUBTRACT, a, bare))
                        .or(() -> negated(a).map(bare -> new Apply(Operator.SUBTRACT, b, bare)));
            case SUBTRACT -> negated(b).map(bare -> new Apply(Operator.ADD, a, bare));
            case MULTIPLY, DIVIDE -> product(operator, a, b);
            default -> Optional.empty();
        };
    }

    private static Optional<Expr> product(Operator operator, Expr a, Expr b) {
        if (Literal.is(b, -1.0)) {
            return Optional.of(new Apply(Operator.NEGATE, a));
        }
        if (operator == Operator.MULTIPLY && Literal.is(a, -1.0)) {
            return Optional.of(new Apply(Operator.NEGATE, b));
        }
        return negated(a).flatMap(bareA -> negated(b).map(bareB -> new Apply(operator, bareA, bareB)));
    }

    /** The x of {@code -x}. */
    private static Optional<Expr> negated(Expr expr) {
        return expr instanceof Apply apply && apply.operator() == Operator.NEGATE
                ? Optional.of(apply.operands().get(0))
                : Optional.empty();
    }

    /** The x of {@code -x} and {@code |x|}. */
    private static Optional<Expr> unsigned(Expr expr) {
        return expr instanceof Apply apply && (apply.operator() == Operator.NEGATE || apply.operator() == Operator.ABS)
                ? Optional.of(apply.operands().get(0))
                : Optional.empty();
    }
}
