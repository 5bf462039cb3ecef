package org.descant.harness.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The hyperparameters and options of a rule at work. */
final class Settings {
    private final String rule;
    private final Map<String, Double> hypers;
    private final Map<String, Boolean> options;

    Settings(String rule, Map<String, Double> hypers, Map<String, Boolean> options) {
        this.rule = rule;
        this.hypers = new HashMap<>(hypers);
        this.options = Map.copyOf(options);
    }

    /** The value of a hyperparameter. */
    double get(String hyper) {
        return known(hypers, "hyperparameter", hyper);
    }

    /** The values of all hyperparameters. */
    Map<String, Double> hypers() {
        return Map.copyOf(hypers);
    }

    /** Whether an option is chosen. */
    boolean is(String option) {
        return known(options, "option", option);
    }

    /** Sets a hyperparameter. */
    void set(String hyper, double value) {
        known(hypers, "hyperparameter", hyper);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("'" + hyper + "' cannot be NaN");
        }
        hypers.put(hyper, value);
    }

    private <T> T known(Map<String, T> values, String kind, String name) {
        T value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the reference " + rule + " has no " + kind + " '" + name + "', but "
                    + new TreeSet<>(values.keySet()));
        }
        return value;
    }
}
