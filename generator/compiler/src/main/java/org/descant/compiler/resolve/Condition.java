package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.List;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.resolve.text.SourceLine;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Reference;

/**
 * What stands behind {@code when}.
 *
 * @param variable the equation that holds it: the one that is named, or one made for it
 * @param made whether that equation is made for it and has to be written
 */
record Condition(String variable, Expression expression, boolean made) {
    static Condition of(Scope scope, Equation equation, Expression expression) {
        if (expression instanceof Reference reference
                && reference.path().size() == 1
                && scope.values().get(reference.path().get(0).text()) instanceof EquationSymbol symbol) {
            return new Condition(symbol.variable(), expression, false);
        }
        return new Condition(scope.variable(equation.name().text()) + "#when", expression, true);
    }

    Clock below(Clock clock, String path) {
        List<String> conditions = new ArrayList<>(clock.conditions());
        conditions.add(variable);
        return new Clock(path, conditions);
    }

    Term read(Span at) {
        return new VariableTerm(variable, at);
    }

    /** Writes the equation, if it needs one; marks what it names as used. */
    void write(Resolution run, Translator translator) {
        Term term = translator.translate(expression);
        if (made) {
            Scope scope = translator.place().scope();
            Origin origin = new Origin("when " + SourceLine.of(expression), expression.span());
            run.draft.add(variable, term, scope.clock(), scope.view(), origin);
        }
    }
}
