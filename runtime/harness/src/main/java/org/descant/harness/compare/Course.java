package org.descant.harness.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.harness.Evaluation;
import org.descant.harness.ModelTensor;
import org.descant.harness.recorded.RecordedEvaluation;
import org.descant.harness.recorded.Trajectory;

/**
 * All that an optimizer is given in a run: a model, hyperparameters, and what each step feeds it with.
 *
 * @param hypers set before the first step
 * @param steps t = 1, 2, …
 */
public record Course(List<ModelTensor> tensors, Map<String, Double> hypers, List<Feed> steps) {
    public Course {
        tensors = List.copyOf(tensors);
        hypers = new LinkedHashMap<>(hypers);
        steps = List.copyOf(steps);
    }

    /**
     * What one step is given.
     *
     * @param hypers set before the step
     * @param inputs by name and tensor
     * @param evaluations in the order in which they are asked for; a step may leave those at the end
     */
    public record Feed(
            Map<String, Double> hypers, Map<String, Map<String, double[]>> inputs, List<Evaluation> evaluations) {
        public Feed {
            hypers = new LinkedHashMap<>(hypers);
            inputs = new LinkedHashMap<>(inputs);
            evaluations = List.copyOf(evaluations);
        }

        /** A step with one evaluation and nothing else. */
        public Feed(Map<String, double[]> gradients) {
            this(Map.of(), Map.of(), List.of(new Evaluation(Double.NaN, gradients)));
        }
    }

    /** What the optimizer of a recorded run was given. */
    public static Course of(Trajectory trajectory) {
        List<Feed> steps = trajectory.steps().stream()
                .map(step -> new Feed(
                        step.hypers(),
                        step.inputs(),
                        step.evaluations().stream()
                                .map(RecordedEvaluation::given)
                                .toList()))
                .toList();
        return new Course(trajectory.tensors(), trajectory.hypers(), steps);
    }
}
