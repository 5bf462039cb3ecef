package org.descant.harness.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.runtime.ElementType;

/** A rule written out by hand, with its hyperparameters and options as they are to be. */
public final class Reference {
    private final String name;
    private final Supplier<ElementRule> rule;
    private final Map<String, Double> hypers;
    private final Map<String, Boolean> options;
    /** Options that nobody may choose any more. */
    private final Map<String, Boolean> fixed;

    private Reference(
            String name,
            Supplier<ElementRule> rule,
            Map<String, Double> hypers,
            Map<String, Boolean> options,
            Map<String, Boolean> fixed) {
        this.name = name;
        this.rule = rule;
        this.hypers = Map.copyOf(hypers);
        this.options = Map.copyOf(options);
        this.fixed = Map.copyOf(fixed);
    }

    /** A rule with its defaults. */
    static Reference of(String name, Supplier<ElementRule> rule) {
        Signature signature = rule.get().signature();
        Map<String, Boolean> options = new HashMap<>();
        signature.options().forEach(option -> options.put(option, false));
        return new Reference(name, rule, signature.hypers(), options, Map.of());
    }

    /** The same rule with an option chosen for good. */
    Reference fixed(String option) {
        Map<String, Boolean> open = new HashMap<>(options);
        open.remove(option);
        return new Reference(name, rule, hypers, open, Map.of(option, true));
    }

    /** The name, that of the same rule in the library. */
    public String name() {
        return name;
    }

    /** The hyperparameters and their values. */
    public Map<String, Double> hypers() {
        return hypers;
    }

    /** The options that can be chosen, and whether they are. */
    public Map<String, Boolean> options() {
        return options;
    }

    /** The names of the states of each element. */
    public List<String> states() {
        return rule.get().signature().states();
    }

    /**
     * The same rule with an option chosen or not.
     *
     * @throws IllegalArgumentException if it has no such option
     */
    public Reference with(String option, boolean chosen) {
        new Settings(name, hypers, options).is(option);
        Map<String, Boolean> changed = new HashMap<>(options);
        changed.put(option, chosen);
        return new Reference(name, rule, hypers, changed, fixed);
    }

    /**
     * The same rule with another value of a hyperparameter.
     *
     * @throws IllegalArgumentException if it has no such hyperparameter
     */
    public Reference with(String hyper, double value) {
        new Settings(name, hypers, options).set(hyper, value);
        Map<String, Double> changed = new HashMap<>(hypers);
        changed.put(hyper, value);
        return new Reference(name, rule, changed, options, fixed);
    }

    /** This rule as an optimizer to be tested, or to test others against. */
    public Subject in(ElementType type) {
        return new ReferenceSubject(this, type);
    }

    Session begin(ElementType type, List<ModelTensor> tensors) {
        Map<String, Boolean> chosen = new HashMap<>(options);
        chosen.putAll(fixed);
        return new ReferenceSession(rule.get(), new Settings(name, hypers, chosen), type, tensors);
    }

    private record ReferenceSubject(Reference reference, ElementType elementType) implements Subject {
        @Override
        public String name() {
            return "reference " + reference.name();
        }

        @Override
        public Session begin(List<ModelTensor> tensors) {
            return reference.begin(elementType, tensors);
        }
    }
}
