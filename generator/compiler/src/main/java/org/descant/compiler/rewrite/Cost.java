package org.descant.compiler.rewrite;

import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;

/** What computing an expression costs, in additions: a rough measure that tells what is worth a name from what is not. */
final class Cost {
    private Cost() {}

    static int of(Expr expr) {
        int cost = own(expr);
        for (Expr operand : Subexpressions.of(expr)) {
            cost += of(operand);
        }
        return cost;
    }

    private static int own(Expr expr) {
        if (expr instanceof Reduce) {
            return 100;
        }
        return expr instanceof Apply apply ? of(apply.operator()) : 0;
    }

    /** What one operation costs. */
    static int of(Operator operator) {
        return switch (operator) {
            case ADD,
                    SUBTRACT,
                    MULTIPLY,
                    NEGATE,
                    SQUARE,
                    ABS,
                    MIN,
                    MAX,
                    ISFINITE,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    EQUAL,
                    NOT_EQUAL,
                    NOT,
                    AND,
                    OR -> 1;
            case CUBE, CLAMP, CHOOSE, CHOOSE_TRUTH -> 2;
            case FOURTH, SIGN, FLOOR, CEIL, ROUND, F32 -> 3;
            case DIVIDE, SQRT -> 5;
            case MOD, BF16, F16 -> 10;
            case POWER, CBRT, EXP, LOG, LOG1P, EXPM1, TANH, SIN, COS, ERF, HYPOT -> 30;
        };
    }
}
