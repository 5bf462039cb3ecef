package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.List;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Unary;
import org.descant.grammar.syntax.UnaryOperator;

/** Plus for minus. */
final class Signs {
    private Signs() {}

    /** The sign of each term turned; a minus in front forgotten. */
    static List<Expression> flipped(Expression expression, Surroundings around) {
        if (expression instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return List.of(unary.operand());
        }
        List<Expression> flipped = new ArrayList<>();
        if (Edits.isSum(expression)) {
            Chain chain = (Chain) expression;
            flipped.add(Edits.with(chain, 0, Edits.negated(chain.operands().get(0))));
            for (int place = 0; place < chain.operators().size(); place++) {
                boolean adds = chain.operators().get(place) == ChainOperator.ADD;
                flipped.add(Edits.with(chain, place, adds ? ChainOperator.SUBTRACT : ChainOperator.ADD));
            }
        }
        return flipped;
    }
}
