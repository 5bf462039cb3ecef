package org.descant.runtime;

import java.util.Map;
import java.util.Objects;

/** The groups of an optimizer, and their hyperparameters where one word is for all of them. */
final class Groups {
    private final RuleDescription rule;
    private final Parameters parameters;
    private final Group[] groups;

    /** @param groups in the order of the parameters */
    Groups(RuleDescription rule, Parameters parameters, Group[] groups) {
        this.rule = rule;
        this.parameters = parameters;
        this.groups = groups;
    }

    Group group(String name) {
        return groups[parameters.groupPlace(name)];
    }

    void set(int hyper, double value) {
        Group.checkValue(rule, hyper, value);
        for (Group group : groups) {
            group.assign(hyper, value);
        }
    }

    /** Sets all of them or, if one is refused, none. */
    void setAll(Map<String, ? extends Number> values) {
        Objects.requireNonNull(values, () -> rule.name() + ": the values are null");
        values.forEach((name, value) -> {
            Objects.requireNonNull(value, () -> rule.name() + ": the value of " + name + " is null");
            Group.checkValue(rule, rule.hyperIndex(name), value.doubleValue());
        });
        values.forEach((name, value) -> set(rule.hyperIndex(name), value.doubleValue()));
    }

    void schedule(int hyper, Schedule schedule) {
        for (Group group : groups) {
            group.assign(hyper, schedule);
        }
    }

    /** The value that all have; fails if some have another. */
    double get(int hyper) {
        double value = groups[0].get(hyper);
        for (Group group : groups) {
            if (Double.compare(group.get(hyper), value) != 0) {
                throw new IllegalStateException(
                        rule.name() + ": " + rule.hypers().get(hyper).name() + " is " + value + " in group '"
                                + groups[0].name() + "' and " + group.get(hyper) + " in group '" + group.name()
                                + "': ask one group");
            }
        }
        return value;
    }
}
