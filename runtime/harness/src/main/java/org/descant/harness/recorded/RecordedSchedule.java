package org.descant.harness.recorded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.descant.harness.ModelTensor;

/**
 * A recorded schedule of a learning rate: the format {@code descant-schedule/1}.
 *
 * @param name of the file, without its ending
 * @param equations the schedule as the package computes it, one equation a line, for readers; n = t − 1 updates have been completed
 * @param tolerance how far a replay in double may be off, relative to the largest value
 * @param arguments what the equations name, numbers or lists of them, as the file writes them
 * @param base the learning rate that is scheduled
 * @param values the learning rates of the updates t = 1, 2, …
 */
public record RecordedSchedule(
        String name,
        String catalogue,
        String source,
        String equations,
        double tolerance,
        Map<String, String> arguments,
        double base,
        List<Double> values)
        implements Recording {
    /** What comes before the name of a schedule where runs are named, too. */
    public static final String FOLDER = "schedules/";

    /** The model that a schedule is run beside: it has no name to be told from others, and one element that stays where it is. */
    public static final ModelTensor MODEL = new ModelTensor("", List.of(), List.of(0.0));

    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.eE+-]*");

    public RecordedSchedule {
        arguments = InOrder.copy(arguments);
        values = List.copyOf(values);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitSchedule(this);
    }

    /** The base and the arguments that are numbers, by the names of the equations. */
    public Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("base", base);
        arguments.forEach((argument, text) -> {
            if (NUMBER.matcher(text).matches()) {
                numbers.put(argument, Double.valueOf(text));
            }
        });
        return numbers;
    }

    /**
     * The schedule as the run of a rule that moves no parameter, and shows the learning rate of each step as a state.
     *
     * @param state what the rule calls it
     * @param parameters values of what can be set, by the names of the rule
     */
    public Trajectory trajectory(String state, Map<String, Double> parameters) {
        List<RecordedStep> steps = values.stream()
                .map(rate -> new RecordedStep(
                        Map.of(), Map.of(), List.of(), Map.of(), Map.of(state, Map.of(MODEL.name(), new double[] {rate
                        }))))
                .toList();
        return new Trajectory(
                FOLDER + name,
                catalogue,
                "schedule",
                source,
                equations,
                tolerance,
                parameters,
                Map.of(),
                List.of(MODEL),
                steps);
    }
}
