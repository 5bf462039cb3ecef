package org.descant.compiler.rewrite;

import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Shape;

/**
 * Multiplies elements by the reciprocal of a divisor that is constant in a step.
 *
 * <pre>
 * x / s = x * (1 / s)       s per step, x larger
 * </pre>
 *
 * <p>Exact for real numbers; at most one unit in the last place more, and where s is so small that 1 / s overflows, an infinity. Not
 * touched: a divisor that is an element, whose reciprocal costs as much as the division, and numbers divided by numbers, which are
 * computed once anyway.
 */
public final class MultiplyByReciprocals implements ExpressionRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.REASSOCIATES;
    }

    @Override
    public Optional<Expr> rewrite(Expr expr) {
        if (!(expr instanceof Apply apply)
                || apply.operator() != Operator.DIVIDE
                || apply.operands().get(0).shape().isNumber()
                || !(apply.operands().get(1) instanceof Narrow divisor)
                || !Shape.STEP.contains(divisor.shape())) {
            return Optional.empty();
        }
        Expr reciprocal = new Apply(Operator.DIVIDE, new Constant(1), divisor.number());
        return Optional.of(new Apply(Operator.MULTIPLY, apply.operands().get(0), new Narrow(reciprocal)));
    }
}
