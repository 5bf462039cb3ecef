package org.descant.compiler.resolve;

import org.descant.compiler.ir.Origin;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.resolve.text.SourceLine;
import org.descant.grammar.syntax.Expression;

/** What is passed: a read is passed on as it is; anything that is computed becomes an equation, so that it is computed once. */
final class Shared {
    private Shared() {}

    /**
     * The term to read for a passed value.
     *
     * @param scope on whose clock it is computed
     * @param variable the name that the equation gets
     */
    static Term in(Resolution run, Scope scope, String variable, Term term, Expression written) {
        return in(run, scope, variable, variable, term, written);
    }

    /**
     * The term to read for a passed value that is known by another name than that of its equation.
     *
     * @param left how the left side is shown, with its path
     */
    static Term in(Resolution run, Scope scope, String variable, String left, Term term, Expression written) {
        if (Terms.isAtomic(term)) {
            return term;
        }
        Origin origin = new Origin(scope.shown(left) + " = " + SourceLine.of(written), written.span());
        run.draft.add(variable, term, scope.clock(), scope.view(), origin);
        return new VariableTerm(variable, written.span());
    }
}
