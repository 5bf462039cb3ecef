package org.descant.harness.recorded;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.harness.Evaluation;
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
        List<Double> values) {
    public RecordedSchedule {
        arguments = InOrder.copy(arguments);
        values = List.copyOf(values);
    }

    /** The schedule as the run of a rule whose one parameter, {@code rate}, becomes the learning rate of the step. */
    public Trajectory trajectory() {
        Map<String, double[]> gradients = Map.of("rate", new double[1]);
        RecordedEvaluation evaluation = new RecordedEvaluation(new Evaluation(Double.NaN, gradients), Optional.empty());
        List<RecordedStep> steps = values.stream()
                .map(rate -> new RecordedStep(
                        Map.of(), Map.of(), List.of(evaluation), Map.of("rate", new double[] {rate}), Map.of()))
                .toList();
        return new Trajectory(
                "schedules/" + name,
                catalogue,
                "schedule",
                source,
                equations,
                tolerance,
                Map.of(),
                Map.of(),
                List.of(new ModelTensor("rate", List.of(1), List.of(0.0))),
                steps);
    }
}
