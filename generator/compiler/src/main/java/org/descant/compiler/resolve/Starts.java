package org.descant.compiler.resolve;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.model.Term.WeightTerm;
import org.descant.grammar.source.Span;

/** {@code w[0]} in starts: the first value of the parameter, or the point at which an applied rule is first active. */
final class Starts {
    private final Map<String, Term> points = new HashMap<>();

    /** {@code w[0]} of a rule that is given this point as its w[t-1]. */
    Term origin(Scope scope, String name, Term given, Span at) {
        if (given instanceof WeightTerm && scope.clock().isBase()) {
            return new WeightTerm(at);
        }
        String marker = scope.variable(name) + "[0]#";
        points.put(marker, given);
        return new VariableTerm(marker, at);
    }

    /** The point that stands behind a {@link #origin} which is not that of the parameter. */
    Optional<Term> point(Term term) {
        return term instanceof VariableTerm variable
                ? Optional.ofNullable(points.get(variable.name()))
                : Optional.empty();
    }
}
