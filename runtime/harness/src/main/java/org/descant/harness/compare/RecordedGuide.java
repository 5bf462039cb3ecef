package org.descant.harness.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.recorded.RecordedEvaluation;
import org.descant.harness.recorded.RecordedStep;
import org.descant.harness.recorded.Trajectory;

/** A recording as what is expected. */
record RecordedGuide(Trajectory trajectory) implements Guide {
    @Override
    public Expectation step(int step, Session actual) {
        RecordedStep recorded = trajectory.steps().get(step - 1);
        List<FedStep.Point> points = new ArrayList<>();
        for (RecordedEvaluation evaluation : recorded.evaluations()) {
            points.add(new FedStep.Point(
                    evaluation.at().orElseGet(() -> before(step)),
                    evaluation.at().isPresent()));
        }
        Map<String, Map<String, double[]>> quantities = new LinkedHashMap<>(recorded.states());
        quantities.put("w", recorded.values());
        return new Expectation(points, quantities);
    }

    @Override
    public String otherEvaluations(int step, int asked, int expected) {
        return "the step asked for " + asked + " of " + expected
                + " evaluations: this optimizer is of another kind than the one that the run was made with";
    }

    private Map<String, double[]> before(int step) {
        if (step > 1) {
            return trajectory.steps().get(step - 2).values();
        }
        Map<String, double[]> start = new LinkedHashMap<>();
        for (ModelTensor tensor : trajectory.tensors()) {
            start.put(tensor.name(), tensor.values());
        }
        return start;
    }
}
