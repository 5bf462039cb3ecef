package org.descant.grammar.format;

import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Power;
import org.descant.grammar.syntax.Unary;
import org.descant.grammar.syntax.UnaryOperator;

/** How tightly an expression holds together, loosest first: it needs parentheses where a tighter one is wanted. */
enum Level {
    CHOICE,
    OR,
    AND,
    NOT,
    COMPARISON,
    SUM,
    PRODUCT,
    SIGN,
    POWER,
    PRIMARY;

    static Level of(Expression expression) {
        if (expression instanceof Conditional) {
            return CHOICE;
        } else if (expression instanceof Chain chain) {
            return of(chain.operators().get(0));
        } else if (expression instanceof Comparison) {
            return COMPARISON;
        } else if (expression instanceof Unary unary) {
            return unary.operator() == UnaryOperator.NOT ? NOT : SIGN;
        } else if (expression instanceof Power) {
            return POWER;
        }
        return PRIMARY;
    }

    static Level of(ChainOperator operator) {
        return switch (operator) {
            case OR -> OR;
            case AND -> AND;
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE -> PRODUCT;
        };
    }

    /** The next tighter level: what the operands of a chain or a comparison need. */
    Level tighter() {
        return switch (this) {
            case CHOICE -> OR;
            case OR -> AND;
            case AND -> NOT;
            case NOT -> COMPARISON;
            case COMPARISON -> SUM;
            case SUM -> PRODUCT;
            case PRODUCT -> SIGN;
            case SIGN -> POWER;
            case POWER, PRIMARY -> PRIMARY;
        };
    }
}
