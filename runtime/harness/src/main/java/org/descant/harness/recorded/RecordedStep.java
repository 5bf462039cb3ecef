package org.descant.harness.recorded;

import java.util.List;
import java.util.Map;

/**
 * One recorded update.
 *
 * @param hypers those that change with this update
 * @param inputs further values that the rule was given, by name and tensor
 * @param evaluations in the order in which they were made; none of a schedule
 * @param values the parameters afterwards, by tensor; none of a schedule
 * @param states what was to be seen afterwards, by name and tensor; in few of the updates. A state of the whole model stands with every
 *     tensor
 */
public record RecordedStep(
        Map<String, Double> hypers,
        Map<String, Map<String, double[]>> inputs,
        List<RecordedEvaluation> evaluations,
        Map<String, double[]> values,
        Map<String, Map<String, double[]>> states) {
    public RecordedStep {
        hypers = InOrder.copy(hypers);
        inputs = InOrder.copy(inputs);
        evaluations = List.copyOf(evaluations);
        values = InOrder.copy(values);
        states = InOrder.copy(states);
    }
}
