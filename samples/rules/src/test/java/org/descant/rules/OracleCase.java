package org.descant.rules;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A recorded run of another library's optimizer; {@code oracles/README.md} describes the files.
 *
 * @param tolerance how far a replay may be off, relative to the largest recorded value
 * @param steps the updates t = 1, 2, …
 */
record OracleCase(
        String name,
        String source,
        double tolerance,
        SortedMap<String, Double> hypers,
        SortedMap<String, Boolean> options,
        List<Start> tensors,
        List<Update> steps) {
    /** The same run without its states, for a rule that keeps them under other names. */
    OracleCase withoutStates() {
        List<Update> bare = steps.stream()
                .map(step -> new Update(step.hypers(), step.gradients(), step.values(), Map.of()))
                .toList();
        return new OracleCase(name, source, tolerance, hypers, options, tensors, bare);
    }

    /** A tensor and its values before the first update. */
    record Start(String name, List<Integer> shape, List<Double> start) {
        /** The dimensions as the runtime takes them. */
        int[] dimensions() {
            return shape.stream().mapToInt(Integer::intValue).toArray();
        }

        /** The values in an array. */
        double[] values() {
            return start.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /**
     * One update.
     *
     * @param hypers those that change with this update
     * @param gradients by tensor
     * @param values the parameters afterwards, by tensor
     * @param states what the package exposes afterwards, by slot and tensor; in few of the updates
     */
    record Update(
            Map<String, Double> hypers,
            Map<String, double[]> gradients,
            Map<String, double[]> values,
            Map<String, Map<String, double[]>> states) {}
}
