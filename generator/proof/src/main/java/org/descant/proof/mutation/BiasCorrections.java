package org.descant.proof.mutation;

import java.util.List;
import org.descant.grammar.format.ExpressionPrinter;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Power;

/** Averages that start at 0 and are not corrected for it. */
final class BiasCorrections {
    private BiasCorrections() {}

    /** 1 for {@code 1 - beta^t}. */
    static List<Expression> missing(Expression expression, Surroundings around) {
        boolean correction = expression instanceof Chain chain
                && chain.operators().equals(List.of(ChainOperator.SUBTRACT))
                && Edits.isNumber(chain.operands().get(0), 1)
                && chain.operands().get(1) instanceof Power power
                && ExpressionPrinter.print(power.exponent()).matches(".*\\bt\\b.*");
        return correction ? List.of(Edits.number(1, expression.span())) : List.of();
    }
}
