package org.descant.compiler.lint;

import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.HyperTerm;
import org.descant.compiler.model.Term.ReduceTerm;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.Span;

/**
 * Warns of roots of what can be negative and of divisors that can be zero: what the {@linkplain InferBounds bounds} of a rule do not show
 * to be safe, and a {@linkplain Witnesses run} shows to fail.
 *
 * <p>Parts from other files are left out: the warning would be about lines that the author of this one did not write.
 */
public final class CheckNumbers {
    private final RuleModel model;
    private final Bounds bounds;
    private final Diagnostics diagnostics;
    private Optional<Witnesses> found = Optional.empty();

    private CheckNumbers(RuleModel model, Diagnostics diagnostics) {
        this.model = model;
        this.bounds = InferBounds.of(model);
        this.diagnostics = diagnostics;
    }

    /** Reports warnings about a rule that has no errors. */
    public static void check(RuleModel model, Diagnostics diagnostics) {
        if (Nesting.isDeep(model)) {
            return;
        }
        CheckNumbers check = new CheckNumbers(model, diagnostics);
        for (ModelEquation equation : model.equations()) {
            check.visit(equation.value(), Facts.NONE);
        }
        model.states().forEach(state -> check.visit(state.start(), Facts.NONE));
        model.evaluations().forEach(evaluation -> check.visit(evaluation.point(), Facts.NONE));
        model.checks().forEach(passed -> check.visit(passed.value(), Facts.NONE));
    }

    private void visit(Term term, Facts facts) {
        if (term instanceof ReduceTerm reduce) {
            reduce.arguments().forEach(argument -> visit(argument, facts));
        } else if (term instanceof ApplyTerm apply) {
            check(apply, facts);
            List<Term> operands = apply.operands();
            for (int i = 0; i < operands.size(); i++) {
                boolean branch = apply.operator().isChoice() && i > 0;
                visit(operands.get(i), branch ? facts.given(operands.get(0), i == 1, bounds) : facts);
            }
        }
    }

    private void check(ApplyTerm apply, Facts facts) {
        if (apply.operator() == Operator.SQRT) {
            checkRadicand(apply.operands().get(0), facts);
        } else if (apply.operator() == Operator.DIVIDE) {
            checkDivisor(apply.operands().get(1), facts);
        }
    }

    private void checkRadicand(Term radicand, Facts facts) {
        if (!new TermBounds(bounds, facts).of(radicand).isNotNegative()
                && witnesses().fail(radicand)) {
            warn(radicand, "this can be negative, and has no root then", "write sqrt(max(…, 0))");
        }
    }

    private void checkDivisor(Term divisor, Facts facts) {
        if (!new TermBounds(bounds, facts).of(divisor).holdsZero()) {
            return;
        }
        if (divisor instanceof HyperTerm hyper) {
            warn(
                    divisor,
                    "this divisor can be zero: the range of '" + hyper.name() + "' holds 0",
                    "leave 0 out of the range: in (0, …");
        } else if (witnesses().fail(divisor)) {
            warn(
                    divisor,
                    "this divisor can be zero",
                    "add eps to it, or choose another value with 'if' where it is zero");
        }
    }

    /** Made when they are first asked for: most rules can be shown to be safe. */
    private Witnesses witnesses() {
        Witnesses made = found.orElseGet(() -> new Witnesses(model));
        found = Optional.of(made);
        return made;
    }

    private void warn(Term term, String message, String suggestion) {
        Span span = term.span();
        if (span.source() == model.origin().span().source()) {
            diagnostics.report(Diagnostic.warning(span, message, suggestion));
        }
    }
}
