package org.descant.compiler.rewrite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Update;

/**
 * Drops equations and states that nothing needs.
 *
 * <p>Needed are the equation of w, every evaluation of the gradient with its point, every range check, every output; what a needed
 * expression reads; what makes a needed state's next value; and the conditions of the clocks of all these. A state that only its own
 * equation reads is needed by nobody, and goes. Equations have no effect but their value, so leaving one out changes no other.
 *
 * <p>Not touched: hyperparameters, options and inputs (the description of the rule lists them, used or not) and evaluations (the
 * caller sees them).
 */
public final class DropDead implements SystemRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<EquationSystem> rewrite(EquationSystem system) {
        Live live = new Live(system);
        List<Equation> equations = system.equations().stream()
                .filter(e -> live.variables.contains(e.target().name()))
                .toList();
        List<State> states = system.states().stream()
                .filter(s -> live.states.contains(s.name()))
                .toList();
        if (equations.size() == system.equations().size()
                && states.size() == system.states().size()) {
            return Optional.empty();
        }
        List<Update> updates = system.updates().stream()
                .filter(u -> live.states.contains(u.state().name()))
                .toList();
        return Optional.of(Parts.with(system, states, equations, updates, system.evaluations(), system.checks()));
    }

    /** Marks what is needed, from the roots on. */
    private static final class Live {
        private final Map<String, Equation> equations = new HashMap<>();
        private final Map<String, Expr> next = new HashMap<>();
        private final Set<String> variables = new HashSet<>();
        private final Set<String> states = new HashSet<>();
        private final Deque<Expr> unvisited = new ArrayDeque<>();

        Live(EquationSystem system) {
            system.equations().forEach(e -> equations.put(e.target().name(), e));
            system.updates().forEach(u -> next.put(u.state().name(), u.next()));
            markVariable(system.weight().name());
            system.evaluations().forEach(e -> markOn(e.clock(), e.point()));
            system.checks().forEach(c -> markOn(c.clock(), c.value()));
            system.outputs().forEach(o -> markState(o.state()));
            while (!unvisited.isEmpty()) {
                visit(unvisited.pop());
            }
        }

        private void visit(Expr expr) {
            if (expr instanceof Read read) {
                markVariable(read.variable().name());
            } else if (expr instanceof Previous previous) {
                markState(previous.state());
            }
            Subexpressions.of(expr).forEach(unvisited::push);
        }

        private void markVariable(String name) {
            Equation equation = equations.get(name);
            if (equation != null && variables.add(name)) {
                markOn(equation.clock(), equation.value());
            }
        }

        private void markState(State state) {
            Expr following = next.get(state.name());
            if (states.add(state.name()) && following != null) {
                markOn(state.clock(), following);
            }
        }

        private void markOn(Clock clock, Expr expr) {
            clock.conditions().forEach(this::markVariable);
            unvisited.push(expr);
        }
    }
}
