package org.descant.compiler.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The laws of an equation system, beyond those that its records check themselves. What breaks one is a mistake of the compiler, not of the
 * rule; tests run this after every stage.
 *
 * <ul>
 *   <li>Names are unique; what is read is declared, and every variable stands above what reads it.
 *   <li>A variable or gradient of an inner clock is read on that clock, or in a branch that is taken only when the clock is active.
 *   <li>Operands agree in precision and in what they take for matrices, and what is assigned has the precision of its target.
 *   <li>Every state is updated exactly once, and holds its start, its update and the conditions of its clock.
 *   <li>The point of an evaluation needs no later gradient; the loss belongs to an evaluation that is made on every step.
 * </ul>
 */
@SuppressWarnings("ReferenceEquality") // Equal states have the same name; that they are the same is what is verified.
public final class Verifier {
    private final EquationSystem system;
    private final Known known = new Known();

    private Verifier(EquationSystem system) {
        this.system = system;
    }

    /**
     * Checks a system.
     *
     * @return the same system
     * @throws IllegalStateException if it breaks a law
     */
    public static EquationSystem verify(EquationSystem system) {
        new Verifier(system).run();
        return system;
    }

    private void run() {
        declarations();
        system.states().forEach(this::start);
        int evaluations = 0;
        for (Equation equation : system.equations()) {
            evaluations = Math.max(evaluations, pointsBefore(equation, evaluations));
            equation(equation);
        }
        for (int i = evaluations; i < system.evaluations().size(); i++) {
            point(i);
        }
        updates();
        system.checks().forEach(this::check);
        ends();
    }

    private void declarations() {
        unique("hyperparameter", system.hypers(), Hyper::name);
        unique("option", system.options(), OptionValue::name);
        unique("input", system.inputs(), Input::name);
        unique("state", system.states(), State::name);
        unique("variable", system.equations(), equation -> equation.target().name());
        unique("output", system.outputs(), Output::name);
        unique("evaluation", system.evaluations(), Evaluation::index);
        system.hypers().forEach(hyper -> known.hypers.add(hyper));
        system.inputs().forEach(input -> known.inputs.add(input));
        system.states().forEach(state -> known.states.put(state.name(), state));
        system.evaluations().forEach(evaluation -> known.gradients.put(evaluation.index(), evaluation.clock()));
    }

    private static <T, N> void unique(String what, List<T> all, Function<T, N> name) {
        Set<N> seen = new HashSet<>();
        for (T each : all) {
            N called = name.apply(each);
            require(seen.add(called), "two of kind %s are called %s", what, called);
        }
    }

    /** Gradients are read in the order of the evaluations; before one is made, its point must be known. */
    private int pointsBefore(Equation equation, int made) {
        int needed = made;
        for (Expr node : Subexpressions.within(equation.value())) {
            int upTo = node instanceof Loss ? 1 : 0;
            if (node instanceof Gradient gradient) {
                upTo = 1
                        + place(
                                gradient.evaluation(),
                                "equation '" + equation.target().name() + "'");
            }
            for (; needed < upTo; needed++) {
                point(needed);
            }
        }
        return needed;
    }

    private int place(int index, String where) {
        for (int i = 0; i < system.evaluations().size(); i++) {
            if (system.evaluations().get(i).index() == index) {
                return i;
            }
        }
        throw new IllegalStateException(where + " reads the gradient of evaluation " + index + ", which is not made");
    }

    private void point(int place) {
        Evaluation evaluation = system.evaluations().get(place);
        String where = "the point of evaluation " + evaluation.index();
        for (Expr node : Subexpressions.within(evaluation.point())) {
            if (node instanceof Gradient gradient) {
                require(place(gradient.evaluation(), where) < place, "%s needs a later gradient", where);
            }
            require(!(node instanceof Loss) || place > 0, "%s needs its own loss", where);
        }
        expression(where, evaluation.point(), evaluation.clock());
        assigned(where, evaluation.point(), Shape.ELEMENT, Kind.NUMBER, View.FIRST);
    }

    private void equation(Equation equation) {
        Variable target = equation.target();
        String where = "equation '" + target.name() + "'";
        clock(where, equation.clock());
        expression(where, equation.value(), equation.clock());
        assigned(where, equation.value(), target.shape(), target.kind(), target.view());
        known.variables.put(target.name(), target);
        known.clocks.put(target.name(), equation.clock());
    }

    private void start(State state) {
        String where = "the start of '" + state.name() + "'";
        for (Expr node : Subexpressions.within(state.start())) {
            boolean varies = node instanceof Read
                    || node instanceof Previous
                    || node instanceof Gradient
                    || node instanceof InputRead
                    || node instanceof Loss;
            require(!varies, "%s reads %s", where, node);
        }
        expression(where, state.start(), Clock.BASE);
        held(where, state.start(), state);
    }

    private void updates() {
        Set<State> updated = new HashSet<>();
        for (Update update : system.updates()) {
            State state = update.state();
            String where = "the update of '" + state.name() + "'";
            known.check(where, state);
            require(updated.add(state), "'%s' is updated twice", state.name());
            clock(where, state.clock());
            expression(where, update.next(), state.clock());
            held(where, update.next(), state);
            Precision precision = Precision.of(update.next());
            require(
                    state.shape().isNumber() || precision == Precision.ELEMENT,
                    "%s gives an unrounded number to rows, columns or elements",
                    where);
            for (String condition : state.clock().conditions()) {
                Shape shape = known.variable(where, condition).shape();
                require(state.shape().contains(shape), "%s depends on a condition %s", where, shape);
            }
        }
        for (State state : system.states()) {
            require(updated.contains(state), "'%s' is never updated", state.name());
        }
    }

    private static void held(String where, Expr value, State state) {
        require(value.kind() == Kind.NUMBER, "%s is a condition", where);
        require(state.shape().contains(value.shape()), "%s is %s, the state %s", where, value.shape(), state.shape());
        require(state.shape().contains(Shape.STEP), "'%s' is constant", state.name());
        sameView(where, value, state.shape(), state.view());
    }

    private void check(RangeCheck check) {
        String where = "the check of '" + check.name() + "'";
        clock(where, check.clock());
        expression(where, check.value(), check.clock());
        require(check.value().kind() == Kind.NUMBER, "%s is a condition", where);
        require(
                Shape.STEP.contains(check.value().shape()),
                "%s is %s",
                where,
                check.value().shape());
    }

    private void ends() {
        Variable weight = system.weight();
        require(weight.equals(known.variables.get(weight.name())), "nothing defines w[t]");
        require(weight.shape().equals(Shape.ELEMENT) && weight.kind() == Kind.NUMBER, "w[t] is not per element");
        require(known.clocks.getOrDefault(weight.name(), Clock.BASE).isBase(), "w[t] is not defined on every step");
        for (Output output : system.outputs()) {
            known.check("output '" + output.name() + "'", output.state());
        }
        boolean reads = roots().stream()
                .flatMap(root -> Subexpressions.within(root).stream())
                .anyMatch(Loss.class::isInstance);
        require(reads == system.usesLoss(), reads ? "the loss is read unawares" : "the loss is never read");
        require(
                !reads || system.evaluations().get(0).clock().isBase(),
                "the loss is read, but its evaluation is not made on every step");
    }

    private List<Expr> roots() {
        List<Expr> roots = new ArrayList<>();
        system.equations().forEach(equation -> roots.add(equation.value()));
        system.updates().forEach(update -> roots.add(update.next()));
        system.evaluations().forEach(evaluation -> roots.add(evaluation.point()));
        system.checks().forEach(check -> roots.add(check.value()));
        return roots;
    }

    private void clock(String where, Clock clock) {
        for (int i = 0; i < clock.conditions().size(); i++) {
            Variable condition = known.variable(where, clock.conditions().get(i));
            Clock above = known.clocks.getOrDefault(condition.name(), Clock.BASE);
            require(condition.kind() == Kind.BOOLEAN, "%s waits for a number", where);
            require(Shape.MODEL.contains(condition.shape()), "%s waits for a condition %s", where, condition.shape());
            require(
                    clock.conditions().subList(0, i).containsAll(above.conditions()),
                    "%s waits for '%s', which is not known on its clock",
                    where,
                    condition.name());
        }
    }

    private void expression(String where, Expr expr, Clock clock) {
        new ExpressionVerifier(where, known).verify(expr, Set.copyOf(clock.conditions()));
    }

    private static void assigned(String where, Expr value, Shape shape, Kind kind, View view) {
        require(value.kind() == kind, "%s is a %s", where, value.kind());
        require(shape.contains(value.shape()), "%s is %s, not %s", where, value.shape(), shape);
        require(
                kind == Kind.BOOLEAN || shape.isNumber() || Precision.of(value) == Precision.ELEMENT,
                "%s gives an unrounded number to rows, columns or elements",
                where);
        sameView(where, value, shape, view);
    }

    private static void sameView(String where, Expr value, Shape shape, View view) {
        boolean both = shape.hasView() && value.shape().hasView();
        require(!both || value.view() == view, "%s takes other matrices for its own", where);
    }

    /** @param parts what stands for the %s of the message, which is written only if it is needed: a rule is verified whenever it is compiled */
    @SuppressWarnings("AnnotateFormatMethod") // The annotation would be the only use of a library.
    static void require(boolean holds, String otherwise, Object... parts) {
        if (!holds) {
            throw new IllegalStateException(String.format(otherwise, parts));
        }
    }
}
