package org.descant.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A {@link ScheduleDescription} in the making; a generated class fills one in as it is loaded. */
public final class ScheduleDescriptionBuilder {
    private final String name;
    private final List<ScheduleParameter> parameters = new ArrayList<>();
    private String source = "";
    private String compilerVersion = "";
    private int numericVersion = Numeric.VERSION;
    private String equations = "";

    ScheduleDescriptionBuilder(String name) {
        this.name = name;
    }

    /** Adds a parameter with a default. */
    public ScheduleDescriptionBuilder parameter(String parameter, double defaultValue, Range range) {
        parameters.add(new ScheduleParameter(parameter, OptionalDouble.of(defaultValue), range));
        return this;
    }

    /** Adds a parameter that must be set. */
    public ScheduleDescriptionBuilder parameter(String parameter, Range range) {
        parameters.add(new ScheduleParameter(parameter, OptionalDouble.empty(), range));
        return this;
    }

    /** Says where the schedule was read from. */
    public ScheduleDescriptionBuilder source(String file) {
        source = file;
        return this;
    }

    /** Says which compiler wrote the class. */
    public ScheduleDescriptionBuilder compilerVersion(String version) {
        compilerVersion = version;
        return this;
    }

    /** Says which {@link Numeric#VERSION} the class was written for; this runtime's unless told. */
    public ScheduleDescriptionBuilder numericVersion(int version) {
        numericVersion = version;
        return this;
    }

    /** Says what the equations are, one a line. */
    public ScheduleDescriptionBuilder equations(String text) {
        equations = text;
        return this;
    }

    /**
     * The finished description.
     *
     * @throws IllegalArgumentException if two parameters have one name, or a default is out of its range
     */
    public ScheduleDescription build() {
        return new ScheduleDescription(name, parameters, source, compilerVersion, numericVersion, equations);
    }
}
