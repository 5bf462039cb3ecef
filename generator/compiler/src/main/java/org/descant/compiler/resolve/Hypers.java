package org.descant.compiler.resolve;

import java.util.Optional;
import java.util.OptionalDouble;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Range;
import org.descant.compiler.model.ModelCheck;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.HyperTerm;
import org.descant.compiler.resolve.pass.Constants;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Doc;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.HyperDeclaration;
import org.descant.grammar.syntax.Interval;
import org.descant.grammar.syntax.TruthLiteral;

/** Defaults, ranges and checks of hyperparameters. */
final class Hypers {
    private Hypers() {}

    static HyperRequest request(Resolution run, HyperDeclaration declaration) {
        String name = declaration.name().text();
        if (declaration.defaultValue().filter(TruthLiteral.class::isInstance).isPresent()) {
            Span at = declaration.defaultValue().get().span();
            run.error(at, "a number is expected here", "write option " + name + " = " + at.text());
            return new HyperRequest(
                    name,
                    "",
                    OptionalDouble.of(0),
                    Range.ALL,
                    declaration.name().span());
        }
        Range range = declaration.range().map(interval -> range(run, interval)).orElse(Range.ALL);
        OptionalDouble value = declaration
                .defaultValue()
                .map(expression -> OptionalDouble.of(inRange(run, name, range, expression)))
                .orElse(OptionalDouble.empty());
        String doc = declaration.doc().map(Doc::text).orElse("");
        return new HyperRequest(name, doc, value, range, declaration.name().span());
    }

    private static Range range(Resolution run, Interval interval) {
        double low = constant(run, interval.low());
        double high = constant(run, interval.high());
        if (run.failedAt(interval.span())) {
            return Range.ALL;
        }
        if (Double.isNaN(low) || Double.isNaN(high)) {
            Span at = (Double.isNaN(low) ? interval.low() : interval.high()).span();
            run.error(at, "a range cannot end at what is not a number", "write a number, inf or -inf");
            return Range.ALL;
        }
        if (low > high || (low == high && (interval.lowOpen() || interval.highOpen()))) {
            run.error(
                    interval.span(),
                    "no number lies in this range",
                    low > high
                            ? "write the smaller number first"
                            : "[ and ] let a range have its ends, ( and ) do not");
            return Range.ALL;
        }
        return new Range(low, interval.lowOpen(), high, interval.highOpen());
    }

    private static double constant(Resolution run, Expression expression) {
        Term term = Derivations.constant(run, expression);
        OptionalDouble value = Constants.number(term);
        if (value.isEmpty() && !run.failedAt(expression.span())) {
            run.error(expression.span(), "a number is expected here");
        }
        return value.orElse(0);
    }

    /** The value of a default, which must lie in the range. */
    static double inRange(Resolution run, String name, Range range, Expression expression) {
        double value = constant(run, expression);
        report(run, name, range, value, expression.span());
        return value;
    }

    /** Whose hyperparameter a value is set for. */
    record Checked(Scope scope, RuleSpec spec) {
        /** What messages call it, while the rule runs. */
        private String description(String hyper) {
            String rule = "'" + hyper + "' of " + spec.description();
            return scope.path().isEmpty() ? rule : rule + ", applied in '" + scope.path() + "',";
        }
    }

    /** A value that is set by a call or a derivation: a constant is checked now, anything else on every step. */
    static Term checked(Resolution run, HyperRequest request, Checked place, Term value, Span at) {
        OptionalDouble constant = Constants.number(value);
        if (constant.isPresent()) {
            report(run, request.name(), request.range(), constant.getAsDouble(), at);
        } else if (value instanceof Term.TruthTerm) {
            run.error(at, "'" + request.name() + "' is a hyperparameter, and hyperparameters are numbers");
        } else if (!request.range().equals(Range.ALL) && !isWithin(run, value, request.range())) {
            run.draft
                    .checks()
                    .add(new ModelCheck(
                            place.scope().variable(request.name()),
                            place.description(request.name()),
                            value,
                            request.range(),
                            place.scope().clock()));
        }
        return value;
    }

    private static boolean isWithin(Resolution run, Term value, Range range) {
        return value instanceof HyperTerm hyper
                && Optional.ofNullable(run.draft.hypers().get(hyper.name()))
                        .map(known -> isWithin(known.range(), range))
                        .orElse(false);
    }

    private static boolean isWithin(Range inner, Range outer) {
        boolean low =
                inner.low() > outer.low() || (inner.low() == outer.low() && (inner.lowOpen() || !outer.lowOpen()));
        boolean high = inner.high() < outer.high()
                || (inner.high() == outer.high() && (inner.highOpen() || !outer.highOpen()));
        return low && high;
    }

    private static void report(Resolution run, String name, Range range, double value, Span at) {
        if (!range.contains(value)) {
            run.error(at, "'" + name + "' " + range.refusal(value));
        }
    }

    /** A hyperparameter of the rule that is compiled. */
    static Term register(Resolution run, HyperRequest request) {
        if (request.defaultValue().isEmpty()) {
            run.error(
                    request.span(),
                    "the hyperparameter '" + request.name() + "' has no default, and nothing sets it",
                    "write hyper " + request.name() + " = …");
        }
        double value = request.defaultValue().orElse(0);
        run.draft
                .hypers()
                .putIfAbsent(request.name(), new Hyper(request.name(), request.doc(), value, request.range(), true));
        return new HyperTerm(request.name(), request.span());
    }
}
