package org.descant.proof.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.descant.compiler.interpret.TensorSpec;

/**
 * What both rules are given.
 *
 * @param tensors the model
 * @param start w[0] of each tensor
 * @param gradients for each step and tensor
 * @param hypers for each step, under the names of the first rule
 */
record Case(
        List<TensorSpec> tensors,
        List<List<Double>> start,
        List<List<List<Double>>> gradients,
        List<Map<String, Double>> hypers) {
    private static final double LARGEST = 1e30;

    int steps() {
        return gradients.size();
    }

    int elements() {
        return start.stream().mapToInt(List::size).sum();
    }

    /** Whether all numbers are of a size at which sums and products of a few do not overflow. */
    boolean isModerate() {
        return Stream.concat(start.stream(), gradients.stream().flatMap(List::stream))
                .flatMap(List::stream)
                .allMatch(number -> Math.abs(number) <= LARGEST);
    }

    /** Its first steps only. */
    Case upTo(int steps) {
        return new Case(tensors, start, gradients.subList(0, steps), hypers.subList(0, steps));
    }

    Case without(int step) {
        List<List<List<Double>>> fewerGradients = new ArrayList<>(gradients);
        List<Map<String, Double>> fewerHypers = new ArrayList<>(hypers);
        fewerGradients.remove(step);
        fewerHypers.remove(step);
        return new Case(tensors, start, fewerGradients, fewerHypers);
    }

    /** One element of it, as a model of its own. */
    Case only(int tensor, int element) {
        List<List<List<Double>>> single = gradients.stream()
                .map(step -> List.of(List.of(step.get(tensor).get(element))))
                .toList();
        return new Case(
                List.of(new TensorSpec("w")), List.of(List.of(start.get(tensor).get(element))), single, hypers);
    }

    Case withHypers(List<Map<String, Double>> other) {
        return new Case(tensors, start, gradients, other);
    }
}
