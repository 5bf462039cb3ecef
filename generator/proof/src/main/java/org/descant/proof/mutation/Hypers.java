package org.descant.proof.mutation;

import java.util.List;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Reference;

/** One hyperparameter read for another. */
final class Hypers {
    private Hypers() {}

    /** Every other hyperparameter of the same range. */
    static List<Expression> replaced(Expression expression, Surroundings around) {
        if (!(expression instanceof Reference reference) || reference.path().size() != 1) {
            return List.of();
        }
        String name = reference.path().get(0).text();
        String range = around.hypers().getOrDefault(name, "none");
        return around.hypers().entrySet().stream()
                .filter(other ->
                        !other.getKey().equals(name) && other.getValue().equals(range))
                .map(other -> other.getKey())
                .sorted()
                .<Expression>map(other -> Edits.name(other, reference.span()))
                .toList();
    }
}
