package org.descant.proof.mutation;

import java.util.function.UnaryOperator;
import org.descant.grammar.syntax.Expression;

/** An expression with one mistake. */
record Variant(String mistake, Expression expression) {
    /** The same mistake inside a larger expression. */
    Variant inside(UnaryOperator<Expression> around) {
        return new Variant(mistake, around.apply(expression));
    }
}
