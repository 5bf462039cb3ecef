package org.descant.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a generated schedule says of itself.
 *
 * @param name the schedule's name: {@code warmup_cosine}
 * @param parameters what can be set, without the clock
 * @param source where it was read from, without its folder
 * @param compilerVersion the version of the compiler that wrote the class
 * @param numericVersion the {@link Numeric#VERSION} that it was written for
 * @param equations the schedule as the compiler understood it, one equation a line
 */
public record ScheduleDescription(
        String name,
        List<ScheduleParameter> parameters,
        String source,
        String compilerVersion,
        int numericVersion,
        String equations) {

    public ScheduleDescription {
        parameters = List.copyOf(parameters);
        Set<String> seen = new HashSet<>();
        for (ScheduleParameter parameter : parameters) {
            if (!seen.add(parameter.name())) {
                throw new IllegalArgumentException(name + " has two parameters '" + parameter.name() + "'");
            }
        }
    }

    /** A description to be filled in. */
    public static ScheduleDescriptionBuilder builder(String name) {
        return new ScheduleDescriptionBuilder(name);
    }

    /**
     * The parameter of that name.
     *
     * @throws IllegalArgumentException if the schedule has none
     */
    public ScheduleParameter parameter(String wanted) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(name + " has no parameter '" + wanted + "'; it has " + names()));
    }

    /**
     * The value, if a parameter can take it.
     *
     * @throws IllegalArgumentException if there is no parameter of that name, or the value is NaN or out of its range
     */
    public double checked(String parameter, double value) {
        Range range = parameter(parameter).range();
        if (!range.contains(value)) {
            throw new IllegalArgumentException(name + ": " + parameter + " = " + value + " is " + range.exclusion());
        }
        return value;
    }

    /**
     * Makes sure that a parameter without a default was set: it is NaN until then, which no range holds.
     *
     * @throws IllegalStateException if it was not
     */
    public void checkSet(String parameter, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalStateException(
                    name + ": " + parameter + " has no default: set it before the schedule is used");
        }
    }

    /**
     * Makes sure that this runtime computes as the class was written to.
     *
     * @throws IllegalStateException if it has other numeric definitions
     */
    public void checkNumericVersion() {
        if (numericVersion != Numeric.VERSION) {
            throw new IllegalStateException(name + " was generated for version " + numericVersion
                    + " of the numeric definitions, and this runtime has version " + Numeric.VERSION
                    + ": generate it again");
        }
    }

    private String names() {
        return parameters.isEmpty()
                ? "none"
                : parameters.stream().map(ScheduleParameter::name).collect(Collectors.joining(", "));
    }
}
