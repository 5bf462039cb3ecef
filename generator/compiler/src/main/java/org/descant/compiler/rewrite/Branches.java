package org.descant.compiler.rewrite;

import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;

/** The operands that are looked at only if a condition chooses them. */
final class Branches {
    private Branches() {}

    static boolean isBranch(Expr expr, int operand) {
        return expr instanceof Apply apply && apply.operator().isChoice() && operand > 0;
    }
}
