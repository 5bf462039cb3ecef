package org.descant.compiler.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.HyperRead;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.View;

/** Says one output in terms of what is there when a step is over; numbers that are not are kept under its name. */
final class AfterStep {
    private final StepEnd end;
    private final String output;
    private final Map<Variable, Equation> own = new LinkedHashMap<>();
    private final Map<Expr, State> kept = new LinkedHashMap<>();
    private boolean possible;

    AfterStep(StepEnd end, String output) {
        this.end = end;
        this.output = output;
    }

    /** The output, unless it needs something that is gone after the step. */
    Optional<LateOutput> late(int place, State stored) {
        Expr next = end.next(stored);
        behind(next).stream()
                .sorted(Comparator.comparingInt(end::place))
                .map(end::equation)
                .forEach(this::say);
        possible = true;
        Expr value = after(next);
        if (!possible) {
            return Optional.empty();
        }
        LateOutput late = new LateOutput(place, output, stored, needed(value), value);
        return states(late).stream().anyMatch(AfterStep::isOfTensor) ? Optional.empty() : Optional.of(late);
    }

    /** What is computed when it is read has a prologue for its group and a loop over elements, and nothing in between. */
    private static boolean isOfTensor(State state) {
        return Level.of(state.shape()) == Level.TENSOR && !state.shape().equals(Shape.ELEMENT);
    }

    /** What the numbers that are kept for a late output are at each step. */
    Map<State, Expr> kept(LateOutput late) {
        Set<State> read = states(late);
        Map<State, Expr> numbers = new LinkedHashMap<>();
        kept.forEach((value, state) -> {
            if (read.contains(state)) {
                numbers.put(state, value);
            }
        });
        return numbers;
    }

    /** The states that a late output reads. */
    static Set<State> states(LateOutput output) {
        Set<State> read = new LinkedHashSet<>();
        List<Expr> roots = new ArrayList<>(List.of(output.value()));
        output.equations().forEach(equation -> roots.add(equation.value()));
        for (Expr root : roots) {
            for (Expr part : Subexpressions.within(root)) {
                if (part instanceof Previous previous) {
                    read.add(previous.state());
                }
            }
        }
        return read;
    }

    /** All variables that a value depends on and that are not there after the step. */
    private Collection<Variable> behind(Expr value) {
        Set<Variable> found = new HashSet<>();
        Deque<Expr> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            for (Expr part : Subexpressions.within(open.pop())) {
                if (part instanceof Read read && end.find(read).isEmpty() && found.add(read.variable())) {
                    open.push(end.equation(read.variable()).value());
                }
            }
        }
        return found;
    }

    /** Says an equation again where its value can be found after the step; equations come in the order of dependency. */
    private void say(Equation equation) {
        possible = equation.clock().isBase();
        Expr value = after(equation.value());
        if (possible) {
            own.put(equation.target(), new Equation(equation.target(), value, Clock.BASE, equation.origin()));
        }
    }

    private Expr after(Expr expr) {
        Optional<Expr> there = end.find(expr);
        if (there.isPresent()) {
            return there.get();
        } else if (expr instanceof Read read) {
            return variable(read);
        } else if (expr instanceof HyperRead hyper) {
            return keep(expr, hyper.hyper().name());
        } else if (expr instanceof Narrow || expr instanceof Apply) {
            return Subexpressions.map(expr, this::after);
        }
        possible = false;
        return expr;
    }

    /** A number with a name is kept under it; all else is computed again, from what is there. */
    private Expr variable(Read read) {
        Variable variable = read.variable();
        if (!own.containsKey(variable)) {
            possible = false;
            return read;
        }
        return isNamed(variable)
                        && variable.kind() == Kind.NUMBER
                        && variable.shape().isNumber()
                ? keep(read, variable.name())
                : read;
    }

    private Expr keep(Expr number, String name) {
        return new Previous(kept.computeIfAbsent(
                number,
                value -> new State(
                        end.fresh(output + "." + name),
                        StateKind.OUTPUT,
                        value.shape(),
                        View.FIRST,
                        Storage.NATIVE,
                        new Constant(0),
                        Clock.BASE)));
    }

    private List<Equation> needed(Expr value) {
        Set<Variable> read = new HashSet<>();
        Deque<Expr> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            for (Expr part : Subexpressions.within(open.pop())) {
                Equation equation = part instanceof Read variable ? own.get(variable.variable()) : null;
                if (equation != null && read.add(equation.target())) {
                    open.push(equation.value());
                }
            }
        }
        Optional<Origin> shown = value instanceof Read whole
                ? Optional.ofNullable(own.get(whole.variable())).map(Equation::origin)
                : Optional.empty();
        return own.values().stream()
                .filter(equation -> read.contains(equation.target()))
                .map(equation -> isNamed(equation.target()) ? equation : from(equation, shown))
                .toList();
    }

    /** What has no name may have come from another equation, which has nothing to do with the output. */
    private static Equation from(Equation equation, Optional<Origin> origin) {
        return new Equation(equation.target(), equation.value(), equation.clock(), origin.orElse(equation.origin()));
    }

    private static boolean isNamed(Variable variable) {
        return variable.name().indexOf('#') < 0;
    }
}
