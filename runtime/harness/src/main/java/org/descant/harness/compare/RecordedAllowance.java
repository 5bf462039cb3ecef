package org.descant.harness.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.descant.harness.recorded.RecordedEvaluation;
import org.descant.harness.recorded.RecordedStep;
import org.descant.harness.recorded.Trajectory;

/** The tolerance of a recording, times the largest absolute value that is recorded of a quantity and tensor in all steps. */
public final class RecordedAllowance implements Allowance {
    private final double tolerance;
    private final Map<List<String>, Double> scales = new HashMap<>();

    public RecordedAllowance(Trajectory trajectory) {
        this(trajectory, trajectory.tolerance());
    }

    /** With another tolerance than that of the file. */
    public RecordedAllowance(Trajectory trajectory, double tolerance) {
        this.tolerance = tolerance;
        trajectory.tensors().forEach(tensor -> add("at", tensor.name(), tensor.values()));
        for (RecordedStep step : trajectory.steps()) {
            step.values().forEach((tensor, values) -> add("w", tensor, values));
            step.values().forEach((tensor, values) -> add("at", tensor, values));
            step.evaluations().stream()
                    .flatMap((RecordedEvaluation evaluation) -> evaluation.at().stream())
                    .forEach(at -> at.forEach((tensor, values) -> add("at", tensor, values)));
            step.states()
                    .forEach((state, byTensor) -> byTensor.forEach((tensor, values) -> add(state, tensor, values)));
        }
    }

    @Override
    public double of(String quantity, String tensor, int step, int element) {
        return tolerance * scales.getOrDefault(List.of(quantity, tensor), 0.0);
    }

    private void add(String quantity, String tensor, double[] values) {
        for (double value : values) {
            scales.merge(List.of(quantity, tensor), Math.abs(value), Math::max);
        }
    }
}
