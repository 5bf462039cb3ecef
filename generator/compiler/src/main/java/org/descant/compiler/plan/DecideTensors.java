package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Update;
import org.descant.compiler.ir.Variable;

/** Finds the choices between values that a tensor's dimensions decide, and what a tensor has no use for when they are decided. */
final class DecideTensors {
    /** The most conditions that are told apart; a rule with more keeps all its states for all tensors. */
    private static final int MOST = 4;

    /** The most nodes of a rule that is looked through, which goes by recursion; a larger one keeps all its states for all tensors. */
    private static final int MOST_NODES = 4_000;

    private final EquationSystem system;
    private final List<Equation> starts;
    private final Set<State> alwaysRead;
    private final Map<Variable, Expr> values = new HashMap<>();
    private final Map<State, Expr> next = new HashMap<>();
    private final TensorConditions conditions = new TensorConditions(values);

    private DecideTensors(EquationSystem system, List<Equation> starts, Set<State> alwaysRead) {
        this.system = system;
        this.starts = starts;
        this.alwaysRead = alwaysRead;
        for (Equation equation : system.equations()) {
            values.put(equation.target(), equation.value());
        }
        for (Equation equation : starts) {
            values.put(equation.target(), equation.value());
        }
        for (Update update : system.updates()) {
            next.put(update.state(), update.next());
        }
    }

    /**
     * What is decided.
     *
     * @param starts the equations that starts of states read
     * @param alwaysRead states that something outside of the system reads
     */
    static Variants decide(EquationSystem system, List<Equation> starts, Set<State> alwaysRead) {
        return new DecideTensors(system, starts, alwaysRead).variants();
    }

    private Variants variants() {
        if (all().stream().mapToInt(root -> Subexpressions.within(root).size()).sum() > MOST_NODES) {
            return Variants.NONE;
        }
        Variants variants = found();
        return conditions.areTooMany() ? Variants.NONE : variants;
    }

    private Variants found() {
        for (Expr root : all()) {
            for (Expr expr : Subexpressions.within(root)) {
                if (expr instanceof Apply apply && apply.operator().isChoice()) {
                    conditions.take(apply.operands().get(0));
                }
            }
        }
        int count = conditions.all().size();
        if (count == 0 || count > MOST) {
            return Variants.NONE;
        }
        List<Variants.Unneeded> unneeded = new ArrayList<>();
        for (int way = 0; way < 1 << count; way++) {
            unneeded.add(new Needs(way).unneeded());
        }
        return unneeded.stream().allMatch(Variants.Unneeded::isNothing)
                ? Variants.NONE
                : new Variants(conditions.all(), unneeded);
    }

    private List<Expr> all() {
        List<Expr> all = new ArrayList<>();
        system.equations().forEach(equation -> all.add(equation.value()));
        system.updates().forEach(update -> all.add(update.next()));
        system.states().forEach(state -> all.add(state.start()));
        starts.forEach(equation -> all.add(equation.value()));
        return all;
    }

    private static boolean hasCells(Variable variable) {
        return Space.of(variable.shape(), variable.view())
                .filter(space -> !space.isOfElements())
                .isPresent();
    }

    /** What is needed when the conditions turn out in one way. */
    private final class Needs {
        private final int way;
        private final Set<State> states = new HashSet<>();
        private final Set<Expr> seen = new HashSet<>();

        Needs(int way) {
            this.way = way;
        }

        Variants.Unneeded unneeded() {
            need(new Read(system.weight()));
            system.checks().forEach(check -> need(check.value()));
            system.evaluations().forEach(evaluation -> need(evaluation.point()));
            system.outputs().forEach(output -> need(output.state()));
            alwaysRead.forEach(this::need);
            for (Equation equation : system.equations()) {
                if (Shape.MODEL.contains(equation.target().shape())) {
                    need(equation.value());
                }
            }
            for (State state : system.states()) {
                if (Space.of(state.shape(), state.view()).isEmpty()) {
                    need(state);
                }
            }
            all().forEach(this::needOfModel);
            return rest();
        }

        /** What becomes one value of the model is needed of all tensors, since others may read it. */
        private void needOfModel(Expr root) {
            for (Expr expr : Subexpressions.within(root)) {
                if (expr instanceof Reduce reduce && Shape.MODEL.contains(reduce.shape())) {
                    need(reduce);
                }
            }
        }

        /** A state that nothing reads any more may still be where its new value is kept. */
        private Variants.Unneeded rest() {
            Set<State> unneededStates = new HashSet<>();
            for (State state : system.states()) {
                Expr value = next.get(state);
                boolean holdsValue = value instanceof Read && seen.contains(value);
                if (!states.contains(state) && !holdsValue) {
                    unneededStates.add(state);
                }
            }
            Set<Expr> unneeded = new HashSet<>();
            values.keySet().stream()
                    .filter(DecideTensors::hasCells)
                    .map(Read::new)
                    .filter(read -> !seen.contains(read))
                    .forEach(unneeded::add);
            for (Expr root : all()) {
                Subexpressions.within(root).stream()
                        .filter(expr -> expr instanceof Reduce && !seen.contains(expr))
                        .forEach(unneeded::add);
            }
            return new Variants.Unneeded(unneededStates, unneeded);
        }

        private void need(State state) {
            if (states.add(state)) {
                need(state.start());
                Expr value = next.get(state);
                if (value != null) {
                    need(value);
                }
            }
        }

        private void need(Expr expr) {
            if (!seen.add(expr)) {
                return;
            }
            if (expr instanceof Previous previous) {
                declared(previous.state()).ifPresent(this::need);
            } else if (expr instanceof Read read) {
                need(conditions.value(read.variable()));
            } else if (expr instanceof Apply apply && apply.operator().isChoice()) {
                choice(apply);
            } else {
                Subexpressions.of(expr).forEach(this::need);
            }
        }

        /** States are equal by name, and only the declared one has its start as it is now. */
        private Optional<State> declared(State state) {
            return system.states().stream().filter(state::equals).findFirst();
        }

        /**
         * A condition that is decided is computed all the same, of what decides it and of whatever stands in the place of the rest; so where it is kept in
         * cells, these are needed.
         */
        private void needDecided(Expr condition) {
            if (condition instanceof Read read) {
                if (hasCells(read.variable())) {
                    seen.add(read);
                }
                needDecided(conditions.value(read.variable()));
            } else {
                Subexpressions.of(condition).stream()
                        .filter(part -> part.kind() == Kind.BOOLEAN)
                        .filter(part -> conditions.decided(part, way).isPresent())
                        .forEach(this::needDecided);
            }
        }

        private void choice(Apply apply) {
            List<Expr> operands = apply.operands();
            Optional<Boolean> decided = conditions.decided(operands.get(0), way);
            if (decided.isPresent()) {
                needDecided(operands.get(0));
                need(operands.get(decided.get() ? 1 : 2));
            } else {
                operands.forEach(this::need);
            }
        }
    }
}
