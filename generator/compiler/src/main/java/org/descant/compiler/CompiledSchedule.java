package org.descant.compiler;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.descant.compiler.compile.ClassFiles;
import org.descant.compiler.compile.RuleClasses;
import org.descant.grammar.source.Diagnostic;
import org.descant.runtime.ScheduleDescription;
import org.descant.runtime.SettableSchedule;

/** A schedule as a class that is ready to be used. The class goes when neither this nor one of its schedules is held. */
public final class CompiledSchedule {
    private final ClassFiles files;
    private final Class<? extends SettableSchedule> type;
    private final List<Diagnostic> warnings;

    CompiledSchedule(ClassFiles files, List<Diagnostic> warnings) {
        this.files = files;
        this.type = files.loadSchedule();
        this.warnings = List.copyOf(warnings);
    }

    /** A schedule with its defaults. */
    public SettableSchedule create() {
        return RuleClasses.create(type);
    }

    /**
     * A schedule with these values, and its defaults otherwise.
     *
     * @param values by the names in the rule file
     * @throws IllegalArgumentException if the schedule has no parameter of a name, or a value is NaN or out of its range
     */
    public SettableSchedule create(Map<String, ? extends Number> values) {
        SettableSchedule schedule = create();
        Objects.requireNonNull(values, () -> description().name() + ": the values are null");
        values.forEach((name, value) -> {
            Objects.requireNonNull(value, () -> description().name() + ": the value of " + name + " is null");
            schedule.set(name, value.doubleValue());
        });
        return schedule;
    }

    /** What the schedule is. */
    public ScheduleDescription description() {
        return create().description();
    }

    /** The generated class. */
    public Class<? extends SettableSchedule> type() {
        return type;
    }

    /** The Java text of the class. */
    public String source() {
        return files.source().text();
    }

    /** What the compiler found remarkable, but not wrong. */
    public List<Diagnostic> warnings() {
        return warnings;
    }
}
