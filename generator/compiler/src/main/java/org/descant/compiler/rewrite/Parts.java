package org.descant.compiler.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.RangeCheck;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Update;

/** The parts of a system that hold expressions, replaced one kind at a time. */
final class Parts {
    private Parts() {}

    static EquationSystem withEquations(EquationSystem system, List<Equation> equations) {
        return with(system, system.states(), equations, system.updates(), system.evaluations(), system.checks());
    }

    /** The same system with other states, equations, updates, evaluations and checks; whether the loss is read follows from them. */
    static EquationSystem with(
            EquationSystem system,
            List<State> states,
            List<Equation> equations,
            List<Update> updates,
            List<Evaluation> evaluations,
            List<RangeCheck> checks) {
        return new EquationSystem(
                system.name(),
                system.doc(),
                system.hypers(),
                system.options(),
                system.inputs(),
                states,
                equations,
                updates,
                system.weight(),
                evaluations,
                checks,
                system.outputs(),
                readsLoss(equations, updates, evaluations, checks),
                system.origin());
    }

    private static boolean readsLoss(
            List<Equation> equations, List<Update> updates, List<Evaluation> evaluations, List<RangeCheck> checks) {
        List<Expr> roots = new ArrayList<>();
        equations.forEach(equation -> roots.add(equation.value()));
        updates.forEach(update -> roots.add(update.next()));
        evaluations.forEach(evaluation -> roots.add(evaluation.point()));
        checks.forEach(check -> roots.add(check.value()));
        return roots.stream()
                .flatMap(root -> Subexpressions.within(root).stream())
                .anyMatch(Loss.class::isInstance);
    }

    /** Every whole expression of a step changed, starts left alone; the same object if nothing changes. */
    static EquationSystem mapSteps(EquationSystem system, UnaryOperator<Expr> change) {
        List<Equation> equations = map(system.equations(), e -> {
            Expr value = change.apply(e.value());
            return value == e.value() ? e : new Equation(e.target(), value, e.clock(), e.origin());
        });
        List<Update> updates = map(system.updates(), u -> {
            Expr next = change.apply(u.next());
            return next == u.next() ? u : new Update(u.state(), next);
        });
        List<Evaluation> evaluations = map(system.evaluations(), e -> {
            Expr point = change.apply(e.point());
            return point == e.point() ? e : new Evaluation(e.index(), point, e.clock(), e.origin());
        });
        List<RangeCheck> checks = map(system.checks(), c -> {
            Expr value = change.apply(c.value());
            return value == c.value() ? c : c.withValue(value);
        });
        boolean same = equations == system.equations()
                && updates == system.updates()
                && evaluations == system.evaluations()
                && checks == system.checks();
        return same ? system : with(system, system.states(), equations, updates, evaluations, checks);
    }

    /** Every start changed. */
    static EquationSystem mapStarts(EquationSystem system, UnaryOperator<Expr> change) {
        return mapStates(system, s -> {
            Expr start = change.apply(s.start());
            return start == s.start()
                    ? s
                    : new State(s.name(), s.kind(), s.shape(), s.view(), s.storage(), start, s.clock());
        });
    }

    /** Every state changed; what reads a state then holds the changed one. */
    static EquationSystem mapStates(EquationSystem system, UnaryOperator<State> change) {
        List<State> states = map(system.states(), change);
        return states == system.states() ? system : relink(system, states);
    }

    /** Every clock changed: those of equations, states, evaluations and range checks. */
    static EquationSystem mapClocks(EquationSystem system, UnaryOperator<Clock> change) {
        EquationSystem changed = with(
                system,
                system.states(),
                system.equations().stream()
                        .map(e -> new Equation(e.target(), e.value(), change.apply(e.clock()), e.origin()))
                        .toList(),
                system.updates(),
                system.evaluations().stream()
                        .map(e -> new Evaluation(e.index(), e.point(), change.apply(e.clock()), e.origin()))
                        .toList(),
                system.checks().stream()
                        .map(c -> c.withClock(change.apply(c.clock())))
                        .toList());
        return mapStates(changed, s -> {
            Clock clock = change.apply(s.clock());
            return clock.equals(s.clock())
                    ? s
                    : new State(s.name(), s.kind(), s.shape(), s.view(), s.storage(), s.start(), clock);
        });
    }

    /** How deep the deepest equation nests, counted up to one more than the limit. */
    static int depth(EquationSystem system, int limit) {
        List<Expr> level = system.equations().stream().map(Equation::value).toList();
        int depth = 0;
        while (!level.isEmpty() && depth <= limit) {
            level = level.stream()
                    .flatMap(expr -> Subexpressions.of(expr).stream())
                    .toList();
            depth++;
        }
        return depth;
    }

    /** The names of the conditions that clocks wait for. */
    static Set<String> conditions(EquationSystem system) {
        Set<String> names = new HashSet<>();
        system.equations().forEach(equation -> names.addAll(equation.clock().conditions()));
        system.states().forEach(state -> names.addAll(state.clock().conditions()));
        system.evaluations()
                .forEach(evaluation -> names.addAll(evaluation.clock().conditions()));
        system.checks().forEach(check -> names.addAll(check.clock().conditions()));
        return names;
    }

    private static EquationSystem relink(EquationSystem system, List<State> states) {
        Map<String, State> byName = new HashMap<>();
        states.forEach(state -> byName.put(state.name(), state));
        EquationSystem linked = mapSteps(system, expr -> relink(expr, byName));
        List<Update> updates = map(linked.updates(), u -> new Update(named(byName, u.state()), u.next()));
        List<Output> outputs = map(linked.outputs(), o -> new Output(o.name(), named(byName, o.state())));
        return new EquationSystem(
                linked.name(),
                linked.doc(),
                linked.hypers(),
                linked.options(),
                linked.inputs(),
                states,
                linked.equations(),
                updates,
                linked.weight(),
                linked.evaluations(),
                linked.checks(),
                outputs,
                linked.usesLoss(),
                linked.origin());
    }

    private static Expr relink(Expr expr, Map<String, State> byName) {
        if (expr instanceof Previous previous) {
            return new Previous(named(byName, previous.state()));
        }
        return Subexpressions.map(expr, operand -> relink(operand, byName));
    }

    private static State named(Map<String, State> byName, State state) {
        return byName.getOrDefault(state.name(), state);
    }

    /** The same list if every element stays the same object. */
    private static <T> List<T> map(List<T> list, UnaryOperator<T> change) {
        List<T> changed = new ArrayList<>(list.size());
        boolean same = true;
        for (T element : list) {
            T next = change.apply(element);
            same &= next == element;
            changed.add(next);
        }
        return same ? list : changed;
    }
}
