package org.descant.compiler.shape;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Range;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.model.ModelCheck;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelEvaluation;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;
import org.descant.grammar.source.Diagnostics;

/** Reports every kind and shape that does not fit where it stands. */
final class CheckTypes {
    /** A start cannot be cut into parts; a longer one is refused. */
    private static final int LONGEST_START = 500;

    private final RuleModel model;
    private final Roots roots;
    private final Typing typing;
    private final Complaints complaints;
    private final CheckTerms terms;
    private final Map<String, TermOrder> equations = new HashMap<>();

    CheckTypes(RuleModel model, Roots roots, Typing typing, Diagnostics diagnostics) {
        this.model = model;
        this.roots = roots;
        this.typing = typing;
        this.complaints = new Complaints(diagnostics, model);
        this.terms = new CheckTerms(typing, complaints);
        roots.equations().forEach(equation -> equations.put(equation.owner().name(), equation.term()));
    }

    /** Checks everything; whether anything is wrong. What is wrong with a definition is found before what comes of it. */
    boolean fails() {
        clocks();
        roots.states().forEach(this::state);
        for (Roots.Of<ModelCheck> check : roots.checks()) {
            complaints.in(check.owner().name());
            terms.requireNumber(check.term().root(), typing.of(check.term()));
            excuse(check.term().root());
        }
        for (Roots.Named each : roots.all()) {
            complaints.in(each.owner());
            terms.check(each.term());
        }
        roots.equations().forEach(this::equation);
        for (Roots.Of<ModelEvaluation> point : roots.points()) {
            complaints.in("");
            terms.requireNumber(point.term().root(), typing.of(point.term()));
        }
        Constants constants = new Constants(equations);
        if (complaints.isEmpty()) {
            roots.checks().forEach(check -> range(check, constants));
        }
        return !complaints.isEmpty();
    }

    private void equation(Roots.Of<ModelEquation> equation) {
        ModelEquation owner = equation.owner();
        complaints.in(owner.name());
        Type type = typing.of(equation.term());
        if (owner.name().equals(model.weight()) && type.isBoolean()) {
            complaints.report(
                    equation.term().root().span(),
                    "'" + Complaints.shortName(owner.name()) + "' is a number, but its equation is a condition",
                    "write if … then 1 else 0");
        }
        terms.foreign(equation.term(), owner.view());
    }

    private void state(Roots.OfState root) {
        ModelState state = root.owner();
        complaints.in(state.name());
        if (root.start().terms().size() > LONGEST_START) {
            complaints.report(
                    root.start().root().span(),
                    "the start of '" + Complaints.shortName(state.name()) + "' is too long",
                    "write at most " + LONGEST_START + " operations");
        }
        TermOrder value = root.value()
                .flatMap(name -> Optional.ofNullable(equations.get(name)))
                .orElse(root.next());
        number(state, root.start(), "start");
        number(state, value, "equation");
        state.limit().ifPresent(word -> {
            Shape limit = ShapeWords.shape(word, state.view());
            String label = "per " + word.name().toLowerCase(Locale.ROOT);
            limit(state, limit, label, root.start(), "start");
            limit(state, limit, label, value, "equation");
        });
    }

    private void number(ModelState state, TermOrder term, String what) {
        if (!typing.of(term).isBoolean()) {
            return;
        }
        String name = Complaints.shortName(state.name());
        if (state.kind() == StateKind.DECLARED) {
            excuse(state.next());
            complaints.report(
                    term.root().span(),
                    "the state '" + name + "' is a number, but its " + what + " is a condition",
                    "write if … then 1 else 0, and read it as " + name + "[t-1] != 0");
        }
    }

    private void limit(ModelState state, Shape limit, String label, TermOrder term, String what) {
        Shape shape = typing.of(term).shape();
        if (!limit.contains(shape)) {
            complaints.report(
                    term.root().span(),
                    "the state '" + Complaints.shortName(state.name()) + "' is declared " + label + ", but its " + what
                            + " is " + shape.label(),
                    "write sum(… " + label + ") or drop '" + label + "'");
        }
    }

    private void excuse(Term term) {
        if (term instanceof Term.VariableTerm variable) {
            complaints.excuse(variable.name());
        }
    }

    private void range(Roots.Of<ModelCheck> check, Constants constants) {
        Range range = check.owner().range();
        complaints.in(check.owner().name());
        if (typing.of(check.term()).shape().equals(Shape.CONSTANT)) {
            double value = constants.value(check.term());
            if (!range.contains(value)) {
                complaints.report(
                        check.term().root().span(),
                        "'" + Complaints.shortName(check.owner().name()) + "' " + range.refusal(value));
            }
        }
    }

    private void clocks() {
        Set<String> conditions = new LinkedHashSet<>();
        model.equations().forEach(equation -> conditions.addAll(equation.clock().conditions()));
        model.states().forEach(state -> conditions.addAll(state.clock().conditions()));
        model.evaluations()
                .forEach(evaluation -> conditions.addAll(evaluation.clock().conditions()));
        for (String condition : conditions) {
            TermOrder term = Optional.ofNullable(equations.get(condition))
                    .orElseThrow(() -> new IllegalArgumentException("no equation defines the condition " + condition));
            complaints.in(condition);
            condition(term.root(), typing.of(term));
            complaints.excuse(condition);
        }
    }

    private void condition(Term term, Type type) {
        terms.requireCondition(term, type);
        if (!Shape.MODEL.contains(type.shape())) {
            complaints.report(
                    term.span(),
                    "the condition of 'when' is " + type.shape().label() + ", but one for the whole model is needed",
                    "compare something per step or per model, as in norm(g per model) < 1");
        }
    }
}
