package org.descant.proof.recorded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.descant.compiler.ir.Hyper;
import org.descant.harness.recorded.RecordedSchedule;
import org.descant.proof.subject.TestedRule;

/** What the parameters of a schedule are to be, for it to give what another library's schedule gave. */
final class ScheduleArguments {
    private final TestedRule schedule;
    private final RecordedSchedule recorded;
    private final Map<String, Double> given;
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final List<String> used = new ArrayList<>();

    private ScheduleArguments(TestedRule schedule, RecordedSchedule recorded) {
        this.schedule = schedule;
        this.recorded = recorded;
        this.given = recorded.numbers();
    }

    /**
     * The schedule with its parameters set: as {@code with} says, or else as the recording sets what has the same name. The others keep
     * their defaults.
     */
    static RecordedRun run(TestedRule schedule, RecordedSchedule recorded, Map<String, String> with) {
        ScheduleArguments arguments = new ScheduleArguments(schedule, recorded);
        String name = schedule.system().name();
        List<String> known =
                schedule.system().hypers().stream().map(Hyper::name).toList();
        for (String wanted : with.keySet()) {
            if (!known.contains(wanted)) {
                throw new RecordingMismatchException("the schedule " + name + " has no parameter '" + wanted
                        + "'; it has " + (known.isEmpty() ? "none" : String.join(", ", known)));
            }
        }
        schedule.system().hypers().forEach(hyper -> arguments.set(hyper, with));
        List<String> unused = arguments.given.keySet().stream()
                .filter(argument -> !arguments.used.contains(argument))
                .toList();
        return new RecordedRun(
                schedule, Map.of(), recorded.trajectory(name, arguments.values), with.isEmpty() ? unused : List.of());
    }

    private void set(Hyper parameter, Map<String, String> with) {
        Optional<String> chosen = Optional.ofNullable(with.get(parameter.name()));
        String source = chosen.orElse(parameter.name());
        Optional<Double> number = chosen.flatMap(RecordedRun::number);
        if (number.isPresent()) {
            values.put(parameter.name(), number.get());
        } else if (given.containsKey(source)) {
            used.add(source);
            values.put(parameter.name(), given.getOrDefault(source, 0.0));
        } else if (chosen.isPresent()) {
            throw new RecordingMismatchException("the recorded schedule " + recorded.name() + " has no argument '"
                    + source + "' that is a number; it has " + String.join(", ", given.keySet()));
        } else if (Double.isNaN(parameter.defaultValue())) {
            throw new RecordingMismatchException("the parameter " + parameter.name() + " of the schedule "
                    + schedule.system().name() + " has no default, and the recording " + recorded.name()
                    + " sets nothing of that name: set it\n  the recording: " + described());
        }
    }

    private String described() {
        return given.entrySet().stream()
                .map(argument -> argument.getKey() + " = " + argument.getValue())
                .collect(Collectors.joining(", "));
    }
}
