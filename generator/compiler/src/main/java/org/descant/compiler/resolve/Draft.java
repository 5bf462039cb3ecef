package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.OptionValue;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.View;
import org.descant.compiler.model.ModelCheck;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelEvaluation;
import org.descant.compiler.model.ModelInput;
import org.descant.compiler.model.ModelOutput;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.GradientTerm;

/** A rule model while it is written, its parts in the order in which they were met, which is the order of the text. */
final class Draft {
    /** More equations than any rule that a person wants; parts that apply parts can multiply without bound. */
    private static final int EQUATION_LIMIT = 20_000;

    final Map<String, Hyper> hypers = new LinkedHashMap<>();
    final Map<String, OptionValue> options = new LinkedHashMap<>();
    final Map<String, ModelInput> inputs = new LinkedHashMap<>();
    final Map<String, ModelState> states = new LinkedHashMap<>();
    final Map<String, ModelEquation> equations = new LinkedHashMap<>();
    final List<ModelEvaluation> evaluations = new ArrayList<>();
    final List<ModelCheck> checks = new ArrayList<>();
    final List<ModelOutput> outputs = new ArrayList<>();
    /** The name of the parameter. */
    String weight = "w";
    /** Whether the rule names its gradient in the header; that evaluation is made whether it is read or not. */
    boolean headerGradient;
    /** The path of each applied rule, and the equation that is its result. */
    final Map<String, String> applied = new LinkedHashMap<>();

    /** The equations that say what becomes of a declared state or of a parameter, and the path of the body that declares it. */
    final Map<String, String> declaredIn = new HashMap<>();

    private final Map<String, Integer> numbered = new HashMap<>();
    private final BooleanSupplier failed;

    /** @param failed whether an error was found: where a name is defined twice, the first definition stays */
    Draft(BooleanSupplier failed) {
        this.failed = failed;
    }

    void add(String name, Term value, Clock clock, View view, Origin origin) {
        limit();
        boolean taken = equations.putIfAbsent(name, new ModelEquation(name, value, clock, view, origin)) != null;
        if (taken && !failed.getAsBoolean()) {
            throw new Unresolvable("two equations of this rule would have the name '" + name + "'");
        }
    }

    void add(ModelState state) {
        limit();
        boolean taken = states.putIfAbsent(state.name(), state) != null;
        if (taken && !failed.getAsBoolean()) {
            throw new Unresolvable("two memories of this rule would have the name '" + state.name() + "'");
        }
    }

    private void limit() {
        if (equations.size() + states.size() >= EQUATION_LIMIT) {
            throw new Unresolvable(
                    "with its parts written out, the rule has more than " + EQUATION_LIMIT + " equations and states");
        }
    }

    /** Changes every term but the starts of states. */
    void map(UnaryOperator<Term> change) {
        equations.replaceAll((name, equation) -> new ModelEquation(
                name, TermMap.map(equation.value(), change), equation.clock(), equation.view(), equation.origin()));
        states.replaceAll((name, state) -> withNext(state, TermMap.map(state.next(), change)));
        evaluations.replaceAll(evaluation ->
                new ModelEvaluation(evaluation.index(), TermMap.map(evaluation.point(), change), evaluation.clock()));
        checks.replaceAll(check ->
                new ModelCheck(check.name(), TermMap.map(check.value(), change), check.range(), check.clock()));
    }

    /** Changes the clock of everything that has one. */
    void mapClocks(UnaryOperator<Clock> change) {
        equations.replaceAll((name, equation) -> new ModelEquation(
                name, equation.value(), change.apply(equation.clock()), equation.view(), equation.origin()));
        states.replaceAll((name, state) -> withClock(state, change.apply(state.clock())));
        evaluations.replaceAll(evaluation ->
                new ModelEvaluation(evaluation.index(), evaluation.point(), change.apply(evaluation.clock())));
        checks.replaceAll(
                check -> new ModelCheck(check.name(), check.value(), check.range(), change.apply(check.clock())));
    }

    /** Removes evaluations that nothing reads, and numbers those that are left anew. */
    void dropEvaluations(List<Integer> gone) {
        Map<Integer, Integer> numbers = new HashMap<>();
        List<ModelEvaluation> left = new ArrayList<>();
        for (int i = 0; i < evaluations.size(); i++) {
            if (!gone.contains(i)) {
                ModelEvaluation evaluation = evaluations.get(i);
                numbers.put(i, left.size());
                left.add(new ModelEvaluation(left.size(), evaluation.point(), evaluation.clock()));
            }
        }
        evaluations.clear();
        evaluations.addAll(left);
        map(term -> term instanceof GradientTerm gradient
                ? new GradientTerm(numbers.getOrDefault(gradient.evaluation(), 0), gradient.span())
                : term);
    }

    static ModelState withNext(ModelState state, Term next) {
        return new ModelState(
                state.name(),
                state.kind(),
                state.limit(),
                state.view(),
                state.storage(),
                state.start(),
                next,
                state.clock(),
                state.span());
    }

    static ModelState withStart(ModelState state, Term start) {
        return new ModelState(
                state.name(),
                state.kind(),
                state.limit(),
                state.view(),
                state.storage(),
                start,
                state.next(),
                state.clock(),
                state.span());
    }

    private static ModelState withClock(ModelState state, Clock clock) {
        return new ModelState(
                state.name(),
                state.kind(),
                state.limit(),
                state.view(),
                state.storage(),
                state.start(),
                state.next(),
                clock,
                state.span());
    }

    /** A name that nothing else has: {@code stem#1}, {@code stem#2}, and so on. */
    String number(String stem) {
        return stem + "#" + numbered.merge(stem, 1, Integer::sum);
    }

    /** The model, with the equations in their order. */
    RuleModel model(String name, String doc, List<ModelEquation> sorted, Origin origin) {
        return new RuleModel(
                name,
                doc,
                List.copyOf(hypers.values()),
                List.copyOf(options.values()),
                List.copyOf(inputs.values()),
                List.copyOf(states.values()),
                sorted,
                weight,
                evaluations,
                checks,
                outputs,
                origin);
    }
}
