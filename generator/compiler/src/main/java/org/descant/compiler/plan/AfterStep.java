package org.descant.compiler.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.HyperRead;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Update;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.View;
import org.descant.compiler.ir.Weight;

/**
 * Says one output in terms of what is there when a step is over: w, the states at t, and numbers, of which those that are no state are
 * kept. t itself is the runtime's.
 */
final class AfterStep {
    private final Map<State, Expr> next = new HashMap<>();
    /** What a step computes and leaves in memory as it is, and what reads it there. */
    private final Map<Expr, Expr> left = new HashMap<>();

    private final Set<String> names = new LinkedHashSet<>();
    private final String output;
    private final Map<Variable, Equation> own = new LinkedHashMap<>();
    private final Map<Expr, State> kept = new LinkedHashMap<>();
    private boolean possible = true;

    AfterStep(EquationSystem system, String output) {
        this.output = output;
        system.states().forEach(state -> names.add(state.name()));
        for (Update update : system.updates()) {
            State state = update.state();
            next.put(state, update.next());
            if (state.kind() == StateKind.DECLARED
                    && state.storage() == Storage.NATIVE
                    && state.clock().isBase()
                    && !isAlwaysThere(update.next())
                    && state.shape().equals(update.next().shape())) {
                left.putIfAbsent(update.next(), new Previous(state));
            }
        }
        left.put(new Read(system.weight()), new Weight());
        for (Equation equation : system.equations()) {
            if (equation.target().equals(system.weight()) && equation.value() instanceof Read) {
                left.put(equation.value(), new Weight());
            }
        }
        system.equations().forEach(this::say);
    }

    private static boolean isAlwaysThere(Expr expr) {
        return expr instanceof Constant || expr instanceof Truth || expr instanceof StepCount;
    }

    /** Says an equation again where its value can be found after the step; equations come in the order of dependency. */
    private void say(Equation equation) {
        possible = equation.clock().isBase();
        Expr value = after(equation.value());
        if (possible) {
            own.put(equation.target(), new Equation(equation.target(), value, Clock.BASE, equation.origin()));
        }
    }

    /** The output, unless it needs something that is gone after the step. */
    Optional<LateOutput> late(int place, State stored) {
        possible = true;
        Expr value = after(nextOf(stored));
        return possible ? Optional.of(new LateOutput(place, output, stored, needed(value), value)) : Optional.empty();
    }

    private List<Equation> needed(Expr value) {
        Set<Variable> read = new LinkedHashSet<>();
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

    private Expr nextOf(State state) {
        Expr value = next.get(state);
        if (value == null) {
            throw new IllegalStateException("nothing updates " + state.name());
        }
        return value;
    }

    private Expr after(Expr expr) {
        Expr there = left.get(expr);
        if (there != null || isAlwaysThere(expr)) {
            return there == null ? expr : there;
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
                        fresh(output + "." + name),
                        StateKind.OUTPUT,
                        value.shape(),
                        View.FIRST,
                        Storage.NATIVE,
                        new Constant(0),
                        Clock.BASE)));
    }

    private String fresh(String wanted) {
        String name = wanted;
        for (int i = 2; !names.add(name); i++) {
            name = wanted + "#" + i;
        }
        return name;
    }
}
