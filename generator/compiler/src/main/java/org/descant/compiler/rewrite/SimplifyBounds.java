package org.descant.compiler.rewrite;

import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;

/**
 * Leaves out bounds that bind nothing. {@code clamp(x, low, high)} is {@code max(low, min(high, x))}; all three give NaN for a NaN and
 * order -0 below 0, so the infinities are neutral.
 *
 * <pre>
 * max(x, -inf) = max(-inf, x) = x,  min(x, inf) = min(inf, x) = x
 * max(x, x) = min(x, x) = x
 * clamp(x, -inf, h) = min(x, h),  clamp(x, l, inf) = max(x, l)
 * </pre>
 *
 * <p>Not touched: {@code max(x, inf)}, which is inf except for a NaN; {@code max(|x|, 0)}, which is |x| but needs a proof of sign that
 * a rewrite of one expression does not have.
 */
public final class SimplifyBounds implements ExpressionRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<Expr> rewrite(Expr expr) {
        if (!(expr instanceof Apply apply)) {
            return Optional.empty();
        }
        return switch (apply.operator()) {
            case MAX -> bound(apply, Double.NEGATIVE_INFINITY);
            case MIN -> bound(apply, Double.POSITIVE_INFINITY);
            case CLAMP -> clamp(apply);
            default -> Optional.empty();
        };
    }

    private static Optional<Expr> bound(Apply apply, double neutral) {
        Expr a = apply.operands().get(0);
        Expr b = apply.operands().get(1);
        if (Literal.is(b, neutral) || a.equals(b)) {
            return Optional.of(a);
        }
        return Literal.is(a, neutral) ? Optional.of(b) : Optional.empty();
    }

    private static Optional<Expr> clamp(Apply apply) {
        Expr x = apply.operands().get(0);
        Expr low = apply.operands().get(1);
        Expr high = apply.operands().get(2);
        if (Literal.is(low, Double.NEGATIVE_INFINITY)) {
            return Optional.of(new Apply(Operator.MIN, x, high));
        }
        if (Literal.is(high, Double.POSITIVE_INFINITY)) {
            return Optional.of(new Apply(Operator.MAX, x, low));
        }
        return Optional.empty();
    }
}
