package org.descant.compiler.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.Term;

/**
 * What is known of equations and states, grown until nothing changes. Each is looked at once, in the order of the model, and again only
 * when something that it depends on has grown.
 */
final class Fixpoint {
    /** An equation or a state, itself and no other. */
    private static final class Node {
        private final BooleanSupplier grows;
        private final List<Node> dependents;

        Node(BooleanSupplier grows, List<Node> dependents) {
            this.grows = grows;
            this.dependents = dependents;
        }

        List<Node> run() {
            return grows.getAsBoolean() ? dependents : List.of();
        }
    }

    private final Map<String, List<Node>> ofVariable = new HashMap<>();
    private final Map<String, List<Node>> ofState = new HashMap<>();
    private final Deque<Node> open = new ArrayDeque<>();

    private Fixpoint() {}

    /** Runs both until neither grows anything; each answers whether it did. */
    static void run(Roots roots, Predicate<Roots.Of<ModelEquation>> equation, Predicate<Roots.OfState> state) {
        Fixpoint fixpoint = new Fixpoint();
        Map<String, Node> equations = new HashMap<>();
        for (Roots.Of<ModelEquation> each : roots.equations()) {
            String name = each.owner().name();
            Node node = new Node(() -> equation.test(each), dependents(fixpoint.ofVariable, name));
            equations.put(name, node);
            fixpoint.add(node, List.of(each.term()));
        }
        for (Roots.OfState each : roots.states()) {
            String name = each.owner().name();
            Node node = new Node(() -> state.test(each), dependents(fixpoint.ofState, name));
            each.owner().clock().conditions().forEach(condition -> dependents(fixpoint.ofVariable, condition)
                    .add(node));
            // A declared state and its value at t have one shape.
            each.value().filter(equations::containsKey).ifPresent(value -> dependents(fixpoint.ofState, name)
                    .add(equations.get(value)));
            fixpoint.add(node, List.of(each.start(), each.next()));
        }
        fixpoint.run();
    }

    private static List<Node> dependents(Map<String, List<Node>> table, String name) {
        return table.computeIfAbsent(name, any -> new ArrayList<>());
    }

    private void add(Node node, List<TermOrder> terms) {
        Set<String> variables = new HashSet<>();
        Set<String> states = new HashSet<>();
        for (TermOrder order : terms) {
            for (Term term : order.terms()) {
                if (term instanceof Term.VariableTerm variable) {
                    variables.add(variable.name());
                } else if (term instanceof Term.PreviousTerm previous) {
                    states.add(previous.state());
                }
            }
        }
        variables.forEach(name -> dependents(ofVariable, name).add(node));
        states.forEach(name -> dependents(ofState, name).add(node));
        open.add(node);
    }

    private void run() {
        Set<Node> waiting = new HashSet<>(open);
        while (!open.isEmpty()) {
            Node node = open.removeFirst();
            waiting.remove(node);
            for (Node dependent : node.run()) {
                if (waiting.add(dependent)) {
                    open.addLast(dependent);
                }
            }
        }
    }
}
