package org.descant.proof.mutation;

import java.util.List;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.TruthLiteral;

/** Other numbers than the paper has. */
final class Constants {
    private Constants() {}

    /** 0 and 1 for each other, a whole number by one more or less, another number doubled, true for false. */
    static List<Expression> changed(Expression expression, Surroundings around) {
        if (expression instanceof TruthLiteral truth) {
            return List.of(new TruthLiteral(!truth.value(), truth.span()));
        } else if (expression instanceof NumberLiteral number) {
            double value = number.value();
            if (value == 0) {
                return List.of(Edits.number(1, number.span()));
            } else if (value == Math.rint(value) && value < 100) {
                return List.of(Edits.number(value - 1, number.span()), Edits.number(value + 1, number.span()));
            }
            return List.of(Edits.number(2 * value, number.span()));
        }
        return List.of();
    }
}
