package org.descant.compiler.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Update;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.Weight;

/** What can be found when a step is over: w, the states as they are computed, what never changes, and t, which is the runtime's. */
final class StepEnd {
    private final Map<Variable, Equation> equations = new LinkedHashMap<>();
    private final Map<Variable, Integer> places = new HashMap<>();
    private final Map<State, Expr> next = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    /** What a step computes and leaves in memory as it is, and what reads it there. */
    private final Map<Expr, Expr> left = new HashMap<>();

    StepEnd(EquationSystem system) {
        for (Equation equation : system.equations()) {
            equations.put(equation.target(), equation);
            places.put(equation.target(), places.size());
        }
        system.states().forEach(state -> names.add(state.name()));
        for (Update update : system.updates()) {
            next.put(update.state(), update.next());
            if (isKept(update.state(), update.next())) {
                left.putIfAbsent(update.next(), new Previous(update.state()));
            }
        }
        left.put(new Read(system.weight()), new Weight());
        if (equation(system.weight()).value() instanceof Read copied) {
            left.put(copied, new Weight());
        }
    }

    private static boolean isKept(State state, Expr next) {
        return state.kind() == StateKind.DECLARED
                && state.storage() == Storage.NATIVE
                && state.clock().isBase()
                && !isConstant(next)
                && state.shape().equals(next.shape());
    }

    private static boolean isConstant(Expr expr) {
        return expr instanceof Constant || expr instanceof Truth || expr instanceof StepCount;
    }

    /** What reads a value of the step after it, if it is there. */
    Optional<Expr> find(Expr expr) {
        return isConstant(expr) ? Optional.of(expr) : Optional.ofNullable(left.get(expr));
    }

    /** The equation that defines a variable. */
    Equation equation(Variable variable) {
        Equation equation = equations.get(variable);
        if (equation == null) {
            throw new IllegalStateException("no equation defines " + variable.name());
        }
        return equation;
    }

    /** The place of a variable's equation in the order of dependency. */
    int place(Variable variable) {
        return places.getOrDefault(variable, 0);
    }

    /** What becomes of a state in a step. */
    Expr next(State state) {
        Expr value = next.get(state);
        if (value == null) {
            throw new IllegalStateException("nothing updates " + state.name());
        }
        return value;
    }

    /** A name for a further state. */
    String fresh(String wanted) {
        String name = wanted;
        for (int i = 2; !names.add(name); i++) {
            name = wanted + "#" + i;
        }
        return name;
    }
}
