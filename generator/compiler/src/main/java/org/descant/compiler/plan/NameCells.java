package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Update;
import org.descant.compiler.ir.Variable;

/**
 * Gives what is computed per matrix, row or column inside a larger shape an equation of its own, so that it is computed once for each and
 * not for each element.
 *
 * <pre>
 * u = g / sqrt(r)   →   c#1 = sqrt(r),  u = g / c#1
 * </pre>
 *
 * <p>The operations stay the same, so the bits do. Not touched: what is made of numbers per matrix already rounded, which as an equation
 * would be double.
 */
final class NameCells {
    private record Place(Expr expr, Clock clock) {}

    private final EquationSystem system;
    private final Map<Place, Variable> known = new HashMap<>();
    private final List<Equation> equations = new ArrayList<>();
    private int count;

    private NameCells(EquationSystem system) {
        this.system = system;
    }

    /**
     * A system whose loops read of smaller shapes only what has a name.
     *
     * @param starts what the starts of its states need beside
     */
    record Named(EquationSystem system, List<Equation> starts) {
        Named {
            starts = List.copyOf(starts);
        }
    }

    static Named name(EquationSystem system) {
        return new NameCells(system).named();
    }

    private Named named() {
        List<Evaluation> evaluations = new ArrayList<>();
        for (Equation equation : system.equations()) {
            // Equations stand in the order of their dependency: a point before what reads its gradient.
            while (evaluations.size() < evaluationsBefore(equation.value())) {
                evaluations.add(named(system.evaluations().get(evaluations.size())));
            }
            Variable target = equation.target();
            Expr value = named(
                    equation.value(), Space.of(target.shape(), target.view()), equation.clock(), equation.origin());
            equations.add(new Equation(target, value, equation.clock(), equation.origin()));
        }
        while (evaluations.size() < system.evaluations().size()) {
            evaluations.add(named(system.evaluations().get(evaluations.size())));
        }
        List<Update> updates = new ArrayList<>();
        for (Update update : system.updates()) {
            State state = update.state();
            Expr next = named(update.next(), Space.of(state.shape(), state.view()), state.clock(), system.origin());
            updates.add(new Update(state, next));
        }
        List<Equation> step = List.copyOf(equations);
        equations.clear();
        known.clear();
        List<State> states = new ArrayList<>();
        for (State state : system.states()) {
            Expr start = named(state.start(), Space.of(state.shape(), state.view()), Clock.BASE, system.origin());
            states.add(new State(
                    state.name(), state.kind(), state.shape(), state.view(), state.storage(), start, state.clock()));
        }
        return new Named(with(states, step, updates, evaluations), equations);
    }

    private Evaluation named(Evaluation evaluation) {
        Expr point = named(evaluation.point(), Optional.of(Space.ELEMENT), evaluation.clock(), system.origin());
        return new Evaluation(evaluation.index(), point, evaluation.clock(), evaluation.origin());
    }

    /** How many evaluations are made, in their order, before an expression can be computed. */
    private int evaluationsBefore(Expr expr) {
        int here = 0;
        if (expr instanceof Gradient gradient) {
            List<Integer> indices =
                    system.evaluations().stream().map(Evaluation::index).toList();
            here = indices.indexOf(gradient.evaluation()) + 1;
        } else if (expr instanceof Loss) {
            here = 1;
        }
        return Subexpressions.of(expr).stream()
                .mapToInt(this::evaluationsBefore)
                .reduce(here, Math::max);
    }

    private Expr named(Expr expr, Optional<Space> space, Clock clock, Origin origin) {
        if (expr instanceof Reduce reduce) {
            Expr argument = reduce.argument();
            Expr inner = named(argument, Space.of(argument.shape(), argument.view()), clock, origin);
            return new Reduce(reduce.reduction(), inner, reduce.shape(), reduce.view());
        }
        Optional<Space> own = Space.of(expr.shape(), expr.view());
        if (expr instanceof Narrow narrow) {
            Expr number = named(narrow.number(), own, clock, origin);
            return new Narrow(number instanceof Apply && own.isPresent() ? name(number, clock, origin) : number);
        }
        if (expr instanceof Apply && own.isPresent() && !own.equals(space) && isOne(expr)) {
            return name(named(expr, own, clock, origin), clock, origin);
        }
        return Subexpressions.map(expr, operand -> named(operand, space, clock, origin));
    }

    /** Whether an expression can be a variable of its shape: what is per matrix must not be made of rounded numbers. */
    private static boolean isOne(Expr expr) {
        return !expr.shape().isNumber() || !hasRounded(expr);
    }

    private static boolean hasRounded(Expr expr) {
        return expr instanceof Narrow
                || (!(expr instanceof Reduce)
                        && Subexpressions.of(expr).stream().anyMatch(NameCells::hasRounded));
    }

    private Expr name(Expr expr, Clock clock, Origin origin) {
        return new Read(known.computeIfAbsent(new Place(expr, clock), place -> {
            Variable variable = new Variable("c#" + ++count, expr.kind(), expr.shape(), expr.view());
            equations.add(new Equation(variable, expr, clock, origin));
            return variable;
        }));
    }

    private EquationSystem with(
            List<State> states, List<Equation> step, List<Update> updates, List<Evaluation> evaluations) {
        return new EquationSystem(
                system.name(),
                system.doc(),
                system.hypers(),
                system.options(),
                system.inputs(),
                states,
                step,
                updates,
                system.weight(),
                evaluations,
                system.checks(),
                system.outputs(),
                system.usesLoss(),
                system.origin());
    }
}
