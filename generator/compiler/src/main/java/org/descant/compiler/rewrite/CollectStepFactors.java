package org.descant.compiler.rewrite;

import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Shape;

/**
 * Multiplies factors that are constant in a step with each other before they meet an element: one multiplication per step instead of
 * one per element.
 *
 * <pre>
 * a * (b * x) = (a b) * x
 * a * (x / b) = (a / b) * x
 * (a * x) / b = (a / b) * x        a, b per step, x larger
 * </pre>
 *
 * <p>Exact for real numbers; up to three roundings become two, of which one is in double, and an overflow on the way may appear or
 * vanish. Not touched: {@code a / (b * x)}, whose reciprocal is worth keeping, and factors that are the same for every step and
 * every x ({@code 2 * (x / 2)} is folded nowhere: x might overflow).
 */
public final class CollectStepFactors implements ExpressionRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.REASSOCIATES;
    }

    @Override
    public Optional<Expr> rewrite(Expr expr) {
        if (!(expr instanceof Apply apply)) {
            return Optional.empty();
        }
        if (apply.operator() == Operator.MULTIPLY) {
            Expr left = apply.operands().get(0);
            Expr right = apply.operands().get(1);
            return times(left, right).or(() -> times(right, left));
        }
        if (apply.operator() == Operator.DIVIDE) {
            return factor(apply.operands().get(1))
                    .flatMap(b -> product(apply.operands().get(0))
                            .map(inner -> scaled(Operator.DIVIDE, inner.factor(), b, inner.rest())));
        }
        return Optional.empty();
    }

    private static Optional<Expr> times(Expr factor, Expr scaled) {
        return factor(factor).flatMap(a -> product(scaled)
                .map(inner -> scaled(Operator.MULTIPLY, a, inner.factor(), inner.rest()))
                .or(() -> quotient(scaled).map(inner -> scaled(Operator.DIVIDE, a, inner.factor(), inner.rest()))));
    }

    private static Expr scaled(Operator operator, Expr a, Expr b, Expr x) {
        return new Apply(Operator.MULTIPLY, new Narrow(new Apply(operator, a, b)), x);
    }

    /** The number in {@code Narrow(number)} that is constant in a step. */
    private static Optional<Expr> factor(Expr expr) {
        return expr instanceof Narrow narrow && Shape.STEP.contains(narrow.shape())
                ? Optional.of(narrow.number())
                : Optional.empty();
    }

    private static Optional<Scaled> product(Expr expr) {
        if (!(expr instanceof Apply apply) || apply.operator() != Operator.MULTIPLY) {
            return Optional.empty();
        }
        Expr left = apply.operands().get(0);
        Expr right = apply.operands().get(1);
        return factor(left).map(number -> new Scaled(number, right)).or(() -> factor(right)
                .map(number -> new Scaled(number, left)));
    }

    private static Optional<Scaled> quotient(Expr expr) {
        return expr instanceof Apply apply && apply.operator() == Operator.DIVIDE
                ? factor(apply.operands().get(1))
                        .map(number -> new Scaled(number, apply.operands().get(0)))
                : Optional.empty();
    }

    /** An expression and the factor that it is multiplied with or divided by. */
    private record Scaled(Expr factor, Expr rest) {}
}
