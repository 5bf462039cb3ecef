package org.descant.compiler.shape;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;

/**
 * Which hyperparameters reach what must be one for all groups of tensors: a state or output per model, or the condition of a clock. A
 * reduction per model is one for all groups whatever its argument reads.
 */
final class Reach {
    private final Typing typing;
    private final Map<String, Set<String>> variables = new HashMap<>();
    private final Map<String, Set<String>> states = new HashMap<>();

    private Reach(Typing typing) {
        this.typing = typing;
    }

    /** The names of the hyperparameters that cannot be set per group. */
    static Set<String> shared(RuleModel model, Roots roots, Typing typing) {
        Reach reach = new Reach(typing);
        reach.spread(roots);
        Set<String> shared = new HashSet<>();
        for (Roots.OfState state : roots.states()) {
            String name = state.owner().name();
            if (typing.states.getOrDefault(name, Type.LEAST).shape().equals(Shape.MODEL)) {
                shared.addAll(reach.states.getOrDefault(name, Set.of()));
            }
        }
        for (Clock clock : clocks(model)) {
            for (String condition : clock.conditions()) {
                shared.addAll(reach.variables.getOrDefault(condition, Set.of()));
            }
        }
        return shared;
    }

    private static Set<Clock> clocks(RuleModel model) {
        Set<Clock> clocks = new HashSet<>();
        model.equations().forEach(equation -> clocks.add(equation.clock()));
        model.states().forEach(state -> clocks.add(state.clock()));
        model.evaluations().forEach(evaluation -> clocks.add(evaluation.clock()));
        return clocks;
    }

    private void spread(Roots roots) {
        Fixpoint.run(roots, equation -> add(variables, equation.owner().name(), of(equation.term())), this::grow);
    }

    private boolean grow(Roots.OfState state) {
        Set<String> hypers = new HashSet<>(of(state.start()));
        hypers.addAll(of(state.next()));
        return add(states, state.owner().name(), hypers);
    }

    private static boolean add(Map<String, Set<String>> table, String name, Set<String> hypers) {
        return table.computeIfAbsent(name, key -> new HashSet<>()).addAll(hypers);
    }

    private Set<String> of(TermOrder order) {
        Typing.Types types = typing.all(order);
        IdentityHashMap<Term, Set<String>> reached = new IdentityHashMap<>();
        for (Term term : order.terms()) {
            reached.put(term, of(term, types, reached));
        }
        return reached.getOrDefault(order.root(), Set.of());
    }

    private Set<String> of(Term term, Typing.Types types, IdentityHashMap<Term, Set<String>> reached) {
        if (term instanceof Term.HyperTerm hyper) {
            return Set.of(hyper.name());
        }
        if (term instanceof Term.VariableTerm variable) {
            return variables.getOrDefault(variable.name(), Set.of());
        }
        if (term instanceof Term.PreviousTerm previous) {
            return states.getOrDefault(previous.state(), Set.of());
        }
        if (term instanceof Term.ReduceTerm && types.get(term).shape().equals(Shape.MODEL)) {
            return Set.of();
        }
        Set<String> all = Set.of();
        List<Term> operands = TermOrder.operands(term);
        for (Term operand : operands) {
            Set<String> more = reached.getOrDefault(operand, Set.of());
            if (all.isEmpty()) {
                all = more;
            } else if (!all.containsAll(more)) {
                all = new HashSet<>(all);
                all.addAll(more);
            }
        }
        return all;
    }
}
