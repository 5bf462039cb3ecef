package org.descant.compiler.resolve;

import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.WeightTerm;
import org.descant.grammar.source.Span;

/** The starts of states. */
final class Starts {
    /** {@code w[0]} in a start. */
    Term origin(Scope scope, String name, Span at) {
        return new WeightTerm(at);
    }
}
