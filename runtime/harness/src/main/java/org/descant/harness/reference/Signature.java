package org.descant.harness.reference;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What a rule asks for and remembers: hyperparameters with their defaults, options, which start as false, and states with their starts. */
final class Signature {
    private final Map<String, Double> hypers = new LinkedHashMap<>();
    private final Set<String> options = new LinkedHashSet<>();
    private final Map<String, ToDoubleFunction<Settings>> states = new LinkedHashMap<>();

    /** Adds a hyperparameter. */
    Signature hyper(String name, double standard) {
        hypers.put(name, standard);
        return this;
    }

    /** Adds an option. */
    Signature option(String name) {
        options.add(name);
        return this;
    }

    /** Adds a state of each element that starts at 0. */
    Signature state(String name) {
        return state(name, h -> 0);
    }

    /** Adds a state of each element; its start is computed when the first step begins. */
    Signature state(String name, ToDoubleFunction<Settings> start) {
        states.put(name, start);
        return this;
    }

    Map<String, Double> hypers() {
        return Map.copyOf(hypers);
    }

    Set<String> options() {
        return Set.copyOf(options);
    }

    /** The states in their order. */
    List<String> states() {
        return List.copyOf(states.keySet());
    }

    /** The starts of the states, in their order. */
    double[] starts(Settings h) {
        return states.values().stream()
                .mapToDouble(start -> start.applyAsDouble(h))
                .toArray();
    }
}
