package org.descant.compiler.rewrite;

import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;

/**
 * Takes the branch of a choice that is known.
 *
 * <pre>
 * if true then a else b = a
 * if false then a else b = b
 * if c then a else a = a                 conditions have no effect
 * if not c then a else b = if c then b else a
 * if c then true else false = c
 * </pre>
 *
 * <p>The branch may have a smaller shape than the choice had; it spreads. Not touched: {@code if c then 0 else -0}, equal but not in
 * bits, and {@code if x == y then x else y}, which is not {@code y} (0 and -0).
 */
public final class DecideChoices implements ExpressionRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<Expr> rewrite(Expr expr) {
        if (!(expr instanceof Apply apply) || !apply.operator().isChoice()) {
            return Optional.empty();
        }
        Expr condition = apply.operands().get(0);
        Expr then = apply.operands().get(1);
        Expr otherwise = apply.operands().get(2);
        if (Literal.is(condition, true) || then.equals(otherwise)) {
            return Optional.of(then);
        }
        if (Literal.is(condition, false)) {
            return Optional.of(otherwise);
        }
        if (Literal.is(then, true) && Literal.is(otherwise, false)) {
            return Optional.of(condition);
        }
        if (condition instanceof Apply inner && inner.operator() == Operator.NOT) {
            return Optional.of(new Apply(apply.operator(), inner.operands().get(0), otherwise, then));
        }
        return Optional.empty();
    }
}
