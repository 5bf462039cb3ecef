package org.descant.compiler.rewrite;

import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Shape;

/**
 * Chooses a factor for each row or column in place of a value for each element, where the choice is whether a value is scaled.
 *
 * <pre>
 * if c then x else x * a = x * (if c then 1 else a)
 * if c then x else x / b = x / (if c then 1 else b)
 * if c then x * a else x = x * (if c then a else 1)        c, a, b per row or per column, x larger
 * </pre>
 *
 * <p>They hold because x * 1 and x / 1 are x; so they do for a chain of factors, {@code x * a / b}. A NaN stays a NaN. Not touched: a condition
 * per step, which is no choice for each element anyway; a factor per column beside a condition per row, between which the choice would
 * be as large as it was; {@code if c then x else a / x}.
 */
public final class ChooseFactors implements ExpressionRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<Expr> rewrite(Expr expr) {
        if (!(expr instanceof Apply apply) || apply.operator() != Operator.CHOOSE) {
            return Optional.empty();
        }
        Expr condition = apply.operands().get(0);
        Expr then = apply.operands().get(1);
        Expr otherwise = apply.operands().get(2);
        if (condition.shape().isNumber() || then.equals(otherwise)) {
            return Optional.empty();
        }
        return new Factors(condition, then, true).chosen(otherwise).or(() -> new Factors(condition, otherwise, false)
                .chosen(then));
    }

    /**
     * Whether a value is scaled.
     *
     * @param bare the value
     * @param bareWhere how the condition turns out where it is not scaled
     */
    private record Factors(Expr condition, Expr bare, boolean bareWhere) {
        /** A scaled value with factors of 1 where it is not scaled; nothing if it is no such value. */
        Optional<Expr> chosen(Expr scaled) {
            if (scaled.equals(bare)) {
                return Optional.of(bare);
            }
            if (!(scaled instanceof Apply apply)) {
                return Optional.empty();
            }
            return switch (apply.operator()) {
                case MULTIPLY -> ofLeft(apply).or(() -> ofRight(apply));
                case DIVIDE -> ofLeft(apply);
                default -> Optional.empty();
            };
        }

        private Optional<Expr> ofLeft(Apply apply) {
            Expr factor = apply.operands().get(1);
            return isSmall(factor)
                    ? chosen(apply.operands().get(0)).map(value -> new Apply(apply.operator(), value, choice(factor)))
                    : Optional.empty();
        }

        private Optional<Expr> ofRight(Apply apply) {
            Expr factor = apply.operands().get(0);
            return isSmall(factor)
                    ? chosen(apply.operands().get(1)).map(value -> new Apply(apply.operator(), choice(factor), value))
                    : Optional.empty();
        }

        private boolean isSmall(Expr factor) {
            Shape shape = condition.shape().join(factor.shape());
            return bare.shape().contains(shape) && !shape.equals(bare.shape());
        }

        private Expr choice(Expr factor) {
            Expr one = Literal.number(1, Precision.of(factor));
            return new Apply(
                    Operator.CHOOSE, bareWhere ? List.of(condition, one, factor) : List.of(condition, factor, one));
        }
    }
}
