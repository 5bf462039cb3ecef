package org.descant.compiler.plan;

import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Update;
import org.descant.compiler.ir.Variable;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;

/**
 * What a rule may contain and no code is generated for yet; the interpreter runs all of it. Values per row, column or matrix need no word
 * of their own: they come from a reduction or an input.
 */
final class UnsupportedParts {
    private static final String ROUNDED = "numbers that follow from the rounding of others";

    private final EquationSystem system;
    private final Diagnostics diagnostics;
    private final Placement placement;
    private boolean found;

    private UnsupportedParts(EquationSystem system, Diagnostics diagnostics) {
        this.system = system;
        this.diagnostics = diagnostics;
        this.placement = new Placement(system);
    }

    /** Reports every part that cannot be generated, at the equation that holds it. */
    static boolean report(EquationSystem system, Diagnostics diagnostics) {
        UnsupportedParts parts = new UnsupportedParts(system, diagnostics);
        parts.reportAll();
        return parts.found;
    }

    private void reportAll() {
        for (Equation equation : system.equations()) {
            expression(equation.value(), equation.origin());
            if (isNumber(equation.target()) && placement.hasRounded(equation.value())) {
                report(ROUNDED, equation.origin());
            }
        }
        for (Update update : system.updates()) {
            expression(update.next(), system.origin());
        }
        for (State state : system.states()) {
            expression(state.start(), system.origin());
        }
    }

    private void expression(Expr expr, Origin origin) {
        if (expr instanceof Reduce reduce) {
            reduction(reduce, origin);
        }
        Subexpressions.of(expr).forEach(part -> expression(part, origin));
    }

    private void reduction(Reduce reduce, Origin origin) {
        boolean isOfNumbers = reduce.argument().shape().isNumber();
        if (isOfNumbers && placement.hasRounded(reduce.argument())) {
            report(ROUNDED, origin);
        }
    }

    /** Whether a variable is computed in double. */
    private boolean isNumber(Variable variable) {
        return variable.kind() == Kind.NUMBER && variable.shape().isNumber();
    }

    private void report(String what, Origin origin) {
        found = true;
        diagnostics.report(Diagnostic.error(
                origin.span(),
                "cannot generate code for " + what + " yet",
                "org.descant.compiler.interpret.Interpreter runs this rule"));
    }
}
