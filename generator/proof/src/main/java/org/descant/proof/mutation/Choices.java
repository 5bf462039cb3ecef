package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.List;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.ComparisonOperator;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Expression;

/** The wrong branch. */
final class Choices {
    private Choices() {}

    /** The other way round, and wrong at the boundary. */
    static List<Expression> comparisonTurned(Expression expression, Surroundings around) {
        if (!(expression instanceof Comparison comparison)) {
            return List.of();
        }
        return turned(comparison.operator()).stream()
                .<Expression>map(
                        operator -> new Comparison(operator, comparison.left(), comparison.right(), comparison.span()))
                .toList();
    }

    private static List<ComparisonOperator> turned(ComparisonOperator operator) {
        return switch (operator) {
            case LESS -> List.of(ComparisonOperator.GREATER, ComparisonOperator.LESS_OR_EQUAL);
            case LESS_OR_EQUAL -> List.of(ComparisonOperator.GREATER_OR_EQUAL, ComparisonOperator.LESS);
            case GREATER -> List.of(ComparisonOperator.LESS, ComparisonOperator.GREATER_OR_EQUAL);
            case GREATER_OR_EQUAL -> List.of(ComparisonOperator.LESS_OR_EQUAL, ComparisonOperator.GREATER);
            case EQUAL -> List.of(ComparisonOperator.NOT_EQUAL);
            case NOT_EQUAL -> List.of(ComparisonOperator.EQUAL);
        };
    }

    /** The value of each branch exchanged with the last one's. */
    static List<Expression> exchanged(Expression expression, Surroundings around) {
        List<Expression> exchanged = new ArrayList<>();
        if (expression instanceof Conditional conditional) {
            for (int place = 0; place < conditional.branches().size(); place++) {
                Conditional.Branch branch = conditional.branches().get(place);
                Conditional.Branch other = new Conditional.Branch(branch.condition(), conditional.otherwise());
                exchanged.add(new Conditional(
                        Edits.replaced(conditional.branches(), place, other), branch.value(), conditional.span()));
            }
        }
        return exchanged;
    }

    /** No choice at all, for each of the values. */
    static List<Expression> alwaysTaken(Expression expression, Surroundings around) {
        List<Expression> taken = new ArrayList<>();
        if (expression instanceof Conditional conditional) {
            conditional.branches().forEach(branch -> taken.add(branch.value()));
            taken.add(conditional.otherwise());
        }
        return taken;
    }
}
