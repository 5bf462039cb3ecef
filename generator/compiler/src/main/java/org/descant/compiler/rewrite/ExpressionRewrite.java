package org.descant.compiler.rewrite;

import java.util.Optional;
import org.descant.compiler.ir.Expr;

/**
 * A law about one expression that looks at nothing but the expression. The {@link Rewriter} offers it every node, operands first, and
 * checks that kind and precision stay and that the shape does not grow.
 */
public non-sealed interface ExpressionRewrite extends Rewrite {
    /** What the expression is rewritten to, or nothing if the law does not apply. */
    Optional<Expr> rewrite(Expr expr);
}
