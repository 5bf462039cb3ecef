package org.descant.proof.mutation;

import java.util.List;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Power;

/** Exponents forgotten. */
final class Powers {
    private Powers() {}

    static List<Expression> dropped(Expression expression, Surroundings around) {
        return expression instanceof Power power ? List.of(power.base()) : List.of();
    }
}
