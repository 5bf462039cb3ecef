package org.descant.compiler.resolve.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.OptionValue;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.ir.View;
import org.descant.compiler.model.ModelCall;
import org.descant.compiler.model.ModelCheck;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelEvaluation;
import org.descant.compiler.model.ModelInput;
import org.descant.compiler.model.ModelOutput;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.GradientTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.Term.StepTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.model.Term.WeightTerm;
import org.descant.grammar.source.Span;

/** A rule model while it is written, its parts in the order in which they were met, which is the order of the text. */
public final class Draft {
    /** More equations, and more applications of parts, than any rule that a person wants; parts that apply parts can multiply without bound. */
    private static final int LIMIT = 20_000;

    private final Map<String, Hyper> hypers = new LinkedHashMap<>();
    private final Map<String, OptionValue> options = new LinkedHashMap<>();
    private final Map<String, ModelInput> inputs = new LinkedHashMap<>();
    private final Map<String, ModelState> states = new LinkedHashMap<>();
    private final Map<String, ModelEquation> equations = new LinkedHashMap<>();
    private final List<ModelEvaluation> evaluations = new ArrayList<>();
    private final List<ModelCheck> checks = new ArrayList<>();
    private final List<ModelOutput> outputs = new ArrayList<>();
    private String weight = "w";
    private boolean headerGradient;
    private final Map<String, String> applied = new LinkedHashMap<>();
    private final Map<String, String> declaredIn = new HashMap<>();

    private final Map<String, String> pasts = new LinkedHashMap<>();
    private final Map<String, Term> points = new HashMap<>();
    private final List<ModelCall> calls = new ArrayList<>();
    private final Map<String, Integer> numbered = new HashMap<>();
    private final BooleanSupplier failed;

    /** @param failed whether an error was found: where a name is defined twice, the first definition stays */
    public Draft(BooleanSupplier failed) {
        this.failed = failed;
    }

    public Map<String, Hyper> hypers() {
        return hypers;
    }

    public Map<String, OptionValue> options() {
        return options;
    }

    public Map<String, ModelInput> inputs() {
        return inputs;
    }

    public Map<String, ModelState> states() {
        return states;
    }

    public Map<String, ModelEquation> equations() {
        return equations;
    }

    public List<ModelEvaluation> evaluations() {
        return evaluations;
    }

    public List<ModelCheck> checks() {
        return checks;
    }

    public List<ModelOutput> outputs() {
        return outputs;
    }

    /** The name of the parameter. */
    public String weight() {
        return weight;
    }

    public void nameWeight(String name) {
        weight = name;
    }

    /** Whether the rule names its gradient in the header; that evaluation is made whether it is read or not. */
    public boolean hasHeaderGradient() {
        return headerGradient;
    }

    /** Adds the evaluation of a gradient that is named in the header: the first, at the parameter as it is given. */
    public void addHeaderGradient(Span at) {
        headerGradient = true;
        evaluations.add(new ModelEvaluation(0, new WeightTerm(at), Clock.BASE));
    }

    /** The path of each applied rule, and the equation that is its result. */
    public Map<String, String> applied() {
        return applied;
    }

    /** Adds an application of a def, schedule or rule. */
    public void add(ModelCall call) {
        if (calls.size() >= LIMIT) {
            throw new Unresolvable(
                    "with its parts written out, the rule applies more than " + LIMIT + " of them",
                    "apply fewer parts inside one another");
        }
        calls.add(call);
    }

    /** The equations that say what becomes of a declared state or of a parameter, and the path of the body that declares it. */
    public Map<String, String> declaredIn() {
        return declaredIn;
    }

    /** The path of the body that reads a past, by the name of the memory that holds the value of the step before. */
    public Map<String, String> pasts() {
        return pasts;
    }

    /**
     * A name for {@code w[0]} of a rule that is given another point than the parameter, to be replaced by what that is on its first step.
     */
    public Term origin(String variable, Term given, Span at) {
        String marker = variable + "[0]#";
        points.put(marker, given);
        return new VariableTerm(marker, at);
    }

    /** The point that stands behind an {@link #origin}. */
    Optional<Term> point(Term term) {
        return term instanceof VariableTerm variable
                ? Optional.ofNullable(points.get(variable.name()))
                : Optional.empty();
    }

    /** The number of the step on a clock, from 1. */
    public Term time(Clock clock, View view, Span at) {
        if (clock.isBase()) {
            return new StepTerm(at);
        }
        String cell = clock.name() + ".t";
        Term now = new ApplyTerm(Operator.ADD, List.of(new PreviousTerm(cell, at), new NumberTerm(1, at)), at);
        if (!states.containsKey(cell)) {
            add(new ModelState(
                    cell,
                    StateKind.CLOCK,
                    Optional.empty(),
                    view,
                    Storage.NATIVE,
                    new NumberTerm(0, at),
                    now,
                    clock,
                    at));
        }
        return now;
    }

    public void add(String name, Term value, Clock clock, View view, Origin origin) {
        limit();
        boolean taken = equations.putIfAbsent(name, new ModelEquation(name, value, clock, view, origin)) != null;
        if (taken && !failed.getAsBoolean()) {
            throw new Unresolvable("two equations of this rule would have the name '" + name + "'");
        }
    }

    public void add(ModelState state) {
        limit();
        boolean taken = states.putIfAbsent(state.name(), state) != null;
        if (taken && !failed.getAsBoolean()) {
            throw new Unresolvable("two memories of this rule would have the name '" + state.name() + "'");
        }
    }

    private void limit() {
        if (equations.size() + states.size() >= LIMIT) {
            throw new Unresolvable(
                    "with its parts written out, the rule has more than " + LIMIT + " equations and states",
                    "apply fewer parts inside one another, and look back less far");
        }
    }

    /** Changes every term but the starts of states. */
    public void map(UnaryOperator<Term> change) {
        equations.replaceAll((name, equation) -> new ModelEquation(
                name, TermMap.map(equation.value(), change), equation.clock(), equation.view(), equation.origin()));
        states.replaceAll((name, state) -> state.withNext(TermMap.map(state.next(), change)));
        evaluations.replaceAll(evaluation ->
                new ModelEvaluation(evaluation.index(), TermMap.map(evaluation.point(), change), evaluation.clock()));
        checks.replaceAll(check -> new ModelCheck(
                check.name(), check.description(), TermMap.map(check.value(), change), check.range(), check.clock()));
    }

    /** Changes the clock of everything that has one. */
    void mapClocks(UnaryOperator<Clock> change) {
        equations.replaceAll((name, equation) -> new ModelEquation(
                name, equation.value(), change.apply(equation.clock()), equation.view(), equation.origin()));
        states.replaceAll((name, state) -> state.withClock(change.apply(state.clock())));
        evaluations.replaceAll(evaluation ->
                new ModelEvaluation(evaluation.index(), evaluation.point(), change.apply(evaluation.clock())));
        checks.replaceAll(check -> new ModelCheck(
                check.name(), check.description(), check.value(), check.range(), change.apply(check.clock())));
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

    /** A name that nothing else has: {@code stem#1}, {@code stem#2}, and so on. */
    public String number(String stem) {
        return stem + "#" + numbered.merge(stem, 1, Integer::sum);
    }

    /** The model, with the equations in their order. */
    public RuleModel model(String name, String doc, List<ModelEquation> sorted, Origin origin) {
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
                calls,
                origin);
    }
}
