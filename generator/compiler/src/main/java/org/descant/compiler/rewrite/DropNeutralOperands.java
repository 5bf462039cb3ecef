package org.descant.compiler.rewrite;

import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;

/**
 * Leaves out an operand that changes nothing.
 *
 * <pre>
 * x * 1 = 1 * x = x / 1 = x        the product or quotient is x itself, so it is exact and needs no rounding
 * x - 0 = x                        for x = 0: 0 - 0 = 0, -0 - 0 = -0 (the sum of zeros of one sign keeps it)
 * x + -0 = -0 + x = x              the same, since x - 0 is x + -0
 * x ^ 1 = x                        the definition of the power: a power of 1 is the base
 * </pre>
 *
 * <p>A NaN stays a NaN. Not touched, because a bit would change: {@code x + 0} and {@code 0 + x} (-0 + 0 is 0), {@code x - -0} (the
 * same sum), {@code x * 0} (NaN for infinities, -0 for negative x), {@code 0 - x} (0 for x = 0, where -x is -0), {@code x - x} and
 * {@code x / x} (NaN for infinities, and 0 / 0), {@code 1 ^ x} and {@code x ^ 0} (of other shape; a NaN is lost).
 */
public final class DropNeutralOperands implements ExpressionRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<Expr> rewrite(Expr expr) {
        if (!(expr instanceof Apply apply) || apply.operands().size() != 2) {
            return Optional.empty();
        }
        Expr left = apply.operands().get(0);
        Expr right = apply.operands().get(1);
        Operator operator = apply.operator();
        boolean neutralLeft =
                switch (operator) {
                    case MULTIPLY -> Literal.is(left, 1.0);
                    case ADD -> Literal.is(left, -0.0);
                    default -> false;
                };
        if (neutralLeft) {
            return Optional.of(right);
        }
        boolean neutralRight =
                switch (operator) {
                    case MULTIPLY, DIVIDE, POWER -> Literal.is(right, 1.0);
                    case SUBTRACT -> Literal.is(right, 0.0);
                    case ADD -> Literal.is(right, -0.0);
                    default -> false;
                };
        return neutralRight ? Optional.of(left) : Optional.empty();
    }
}
