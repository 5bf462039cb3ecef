package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.List;
import org.descant.grammar.format.ExpressionPrinter;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.Reference;

/** Counting from the wrong step. */
final class Times {
    private static final String CLOCK = "t";

    private Times() {}

    /** The number of the step one too small and one too large. Indices are expressions too, but {@link #indexMoved} is for them. */
    static List<Expression> offByOne(Expression expression, Surroundings around) {
        if (!Edits.isName(expression, CLOCK)) {
            return List.of();
        }
        Expression one = Edits.number(1, expression.span());
        return List.of(Edits.difference(expression, one), Edits.sum(expression, one));
    }

    /** The value before the step for the one after it, and the other way round; a step earlier still; the past of a plain name. */
    static List<Expression> indexMoved(Expression expression, Surroundings around) {
        if (expression instanceof Reference reference
                && reference.path().size() == 1
                && around.sequences().contains(reference.path().get(0).text())) {
            return List.of(Edits.before(reference));
        } else if (expression instanceof Indexed indexed) {
            List<Expression> moved = new ArrayList<>();
            for (int lag : List.of(0, 1, 2)) {
                Expression index = lag(lag, indexed.span());
                if (!ExpressionPrinter.print(index).equals(ExpressionPrinter.print(indexed.index()))) {
                    moved.add(new Indexed(indexed.base(), index, indexed.span()));
                }
            }
            return moved;
        }
        return List.of();
    }

    private static Expression lag(int steps, Span span) {
        Expression now = Edits.name(CLOCK, span);
        return steps == 0 ? now : Edits.difference(now, Edits.number(steps, span));
    }

    /** What begins as the parameter begins as 0 instead. */
    static List<Expression> startForgotten(Expression expression, Surroundings around) {
        return expression instanceof Indexed indexed && Edits.isNumber(indexed.index(), 0)
                ? List.of(Edits.number(0, indexed.span()))
                : List.of();
    }
}
