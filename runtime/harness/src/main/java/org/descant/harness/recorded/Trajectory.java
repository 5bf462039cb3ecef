package org.descant.harness.recorded;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.harness.ModelTensor;

/**
 * A recorded run of an optimizer: the format {@code descant-oracle/1}.
 *
 * @param name of the file, without its ending
 * @param catalogue the number of the rule in a catalogue of update rules
 * @param rule a name for exactly this variant
 * @param source the package, its version and the call that was executed
 * @param equations the update as the package computes it, one equation a line, for readers
 * @param tolerance how far a replay in double may be off, relative to the largest recorded value of a quantity and tensor
 * @param hypers every hyperparameter that the equations name
 * @param options what chose between variants: {@code true}, {@code false} or an integer
 * @param steps the updates t = 1, 2, …
 */
public record Trajectory(
        String name,
        String catalogue,
        String rule,
        String source,
        String equations,
        double tolerance,
        Map<String, Double> hypers,
        Map<String, String> options,
        List<ModelTensor> tensors,
        List<RecordedStep> steps)
        implements Recording {
    public Trajectory {
        hypers = InOrder.copy(hypers);
        options = InOrder.copy(options);
        tensors = List.copyOf(tensors);
        steps = List.copyOf(steps);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitTrajectory(this);
    }

    /** The same run for a rule that calls its hyperparameters, inputs and states otherwise: new names by those of the file. */
    public Trajectory renamed(Map<String, String> names) {
        return new Trajectory(
                name,
                catalogue,
                rule,
                source,
                equations,
                tolerance,
                InOrder.renamed(hypers, old -> names.getOrDefault(old, old)),
                options,
                tensors,
                steps.stream().map(step -> renamed(step, names)).toList());
    }

    /** The same run with other values of hyperparameters, in every step. */
    public Trajectory withHypers(Map<String, Double> values) {
        Map<String, Double> more = new LinkedHashMap<>(hypers);
        more.putAll(values);
        List<RecordedStep> fixed = steps.stream()
                .map(step -> {
                    Map<String, Double> changes = new LinkedHashMap<>(step.hypers());
                    changes.keySet().removeAll(values.keySet());
                    return new RecordedStep(changes, step.inputs(), step.evaluations(), step.values(), step.states());
                })
                .toList();
        return new Trajectory(name, catalogue, rule, source, equations, tolerance, more, options, tensors, fixed);
    }

    /** The same run without some of the recorded states. */
    public Trajectory without(Collection<String> states) {
        List<RecordedStep> fewer = steps.stream()
                .map(step -> {
                    Map<String, Map<String, double[]>> left = new LinkedHashMap<>(step.states());
                    left.keySet().removeAll(states);
                    return new RecordedStep(step.hypers(), step.inputs(), step.evaluations(), step.values(), left);
                })
                .toList();
        return new Trajectory(name, catalogue, rule, source, equations, tolerance, hypers, options, tensors, fewer);
    }

    private static RecordedStep renamed(RecordedStep step, Map<String, String> names) {
        return new RecordedStep(
                InOrder.renamed(step.hypers(), old -> names.getOrDefault(old, old)),
                InOrder.renamed(step.inputs(), old -> names.getOrDefault(old, old)),
                step.evaluations(),
                step.values(),
                InOrder.renamed(step.states(), old -> names.getOrDefault(old, old)));
    }
}
