package org.descant.runtime;

import java.util.OptionalDouble;

/**
 * What is known of a schedule's parameter.
 *
 * @param name the name in the rule file: {@code lr_min}
 * @param defaultValue its value until it is set; one without a default must be set before the schedule is used
 * @param range the values that it may take
 */
public record ScheduleParameter(String name, OptionalDouble defaultValue, Range range) {
    public ScheduleParameter {
        if (defaultValue.isPresent() && !range.contains(defaultValue.getAsDouble())) {
            throw new IllegalArgumentException(
                    "the default of " + name + " is " + defaultValue.getAsDouble() + ", which is " + range.exclusion());
        }
    }
}
