package org.descant.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.HyperRead;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.InputRead;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Range;
import org.descant.compiler.ir.RangeCheck;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Update;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.View;
import org.descant.compiler.ir.Weight;
import org.descant.grammar.source.SourceText;

/** Puts an equation system together line by line: by hand, for tests about single laws, or by chance. */
public final class RuleBuilder {
    private static final Range POSITIVE = new Range(0, false, Double.POSITIVE_INFINITY, true);

    private final List<Hyper> hypers = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final List<State> states = new ArrayList<>();
    private final List<Equation> equations = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private final List<Evaluation> evaluations = new ArrayList<>();
    private final List<RangeCheck> checks = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final String name;
    private final View view;
    private Clock clock = Clock.BASE;

    public RuleBuilder() {
        this("Test", View.FIRST);
    }

    /**
     * An empty rule.
     *
     * @param view how the rule sees matrices
     */
    public RuleBuilder(String name, View view) {
        this.name = name;
        this.view = view;
        evaluations.add(new Evaluation(0, new Weight(), Clock.BASE));
    }

    /** A hyperparameter in [0, inf). */
    public Expr hyper(String name) {
        return hyper(name, POSITIVE, true);
    }

    /**
     * A hyperparameter in that range.
     *
     * @param perGroup whether groups of tensors can have their own
     */
    public Expr hyper(String name, Range range, boolean perGroup) {
        Hyper hyper = new Hyper(name, "", 0.5, range, perGroup);
        hypers.add(hyper);
        return new HyperRead(hyper);
    }

    public Expr input(String name, Shape shape) {
        Input input = new Input(name, shape);
        inputs.add(input);
        return new InputRead(input);
    }

    /** The value before the step of a new state. */
    public Expr state(String name, Shape shape, Expr start) {
        return state(name, StateKind.DECLARED, shape, Storage.NATIVE, start);
    }

    public Expr state(String name, StateKind kind, Shape shape, Expr start) {
        return state(name, kind, shape, Storage.NATIVE, start);
    }

    public Expr state(String name, StateKind kind, Shape shape, Storage storage, Expr start) {
        State state = new State(name, kind, shape, view, storage, start, clock);
        states.add(state);
        return new Previous(state);
    }

    /** What follows is on a clock below the current one that is active when the Boolean variable holds. */
    public RuleBuilder when(String name, String condition) {
        List<String> conditions = new ArrayList<>(clock.conditions());
        conditions.add(condition);
        clock = new Clock(name, conditions);
        return this;
    }

    /** What follows is on the base clock again. */
    public RuleBuilder always() {
        return on(Clock.BASE);
    }

    public RuleBuilder on(Clock other) {
        clock = other;
        return this;
    }

    public Clock clock() {
        return clock;
    }

    /** An equation of the shape of its value; answers with what reads it. */
    public Expr let(String name, Expr value) {
        return let(name, value.shape(), value);
    }

    public Expr let(String name, Shape shape, Expr value) {
        Variable variable = new Variable(name, value.kind(), shape, view);
        Origin origin = new Origin(name, new SourceText("<test>", name).span());
        equations.add(new Equation(variable, value, clock, origin));
        return new Read(variable);
    }

    /** The state becomes that. */
    public RuleBuilder update(Expr previous, Expr next) {
        updates.add(new Update(stateOf(previous), next));
        return this;
    }

    static State stateOf(Expr previous) {
        if (previous instanceof Previous read) {
            return read.state();
        }
        throw new IllegalArgumentException(previous + " is no state");
    }

    /** An output of that shape that keeps the value of an expression. */
    public RuleBuilder show(String name, Shape shape, Expr value) {
        Expr kept = state(name, StateKind.OUTPUT, shape, RandomRules.zero(shape));
        outputs.add(new Output(name, stateOf(kept)));
        return update(kept, value);
    }

    public RuleBuilder check(String name, Expr value, Range range) {
        checks.add(new RangeCheck(name, value, range, clock));
        return this;
    }

    /** An output that is a state. */
    public RuleBuilder show(Expr previous) {
        State state = stateOf(previous);
        outputs.add(new Output(state.name(), state));
        return this;
    }

    /** One more gradient, at a point. */
    public Expr evaluate(Expr point) {
        evaluations.add(new Evaluation(evaluations.size(), point, clock));
        return new Gradient(evaluations.size() - 1);
    }

    /** How many gradients there are by now. */
    public int gradients() {
        return evaluations.size();
    }

    /** The rule with {@code w = value}. */
    public EquationSystem build(Expr weight) {
        Variable variable = new Variable("w", Kind.NUMBER, Shape.ELEMENT, view);
        let("w", Shape.ELEMENT, weight);
        return new EquationSystem(
                name,
                "",
                hypers,
                List.of(),
                inputs,
                states,
                equations,
                updates,
                variable,
                evaluations,
                checks,
                outputs,
                usesLoss(),
                new Origin(name, new SourceText("<test>", name).span()));
    }

    private boolean usesLoss() {
        return Stream.of(
                        equations.stream().map(Equation::value),
                        updates.stream().map(Update::next),
                        evaluations.stream().map(Evaluation::point),
                        checks.stream().map(RangeCheck::value))
                .flatMap(roots -> roots)
                .flatMap(root -> Subexpressions.within(root).stream())
                .anyMatch(Loss.class::isInstance);
    }
}
