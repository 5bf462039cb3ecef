package org.descant.harness.compare;

import java.util.List;
import java.util.Map;

/**
 * The first place where a run parts from what is expected: the first such step, in it the first such tensor, in that the first such
 * element of what is computed first.
 *
 * @param step from 1
 * @param shape of the tensor
 * @param parted the quantities of this tensor that part in this step, in the order in which they are computed
 * @param agreed the quantities of this tensor that were compared in this step and pass
 * @param given what the update of this element was computed from: w and g, inputs, states before the step, hyperparameters
 * @param computed what the step computed for this element, in this order
 * @param guesses what the numbers look like, in words
 */
public record Parting(
        int step,
        String tensor,
        List<Integer> shape,
        List<Parted> parted,
        List<String> agreed,
        Map<String, Double> given,
        Map<String, Double> computed,
        List<String> guesses) {
    public Parting {
        shape = List.copyOf(shape);
        parted = List.copyOf(parted);
        agreed = List.copyOf(agreed);
        guesses = List.copyOf(guesses);
    }

    /**
     * A quantity that parts.
     *
     * @param element the first index in the list of the quantity where it does
     * @param allowed how far the numbers may be apart there
     * @param beyond how many of its elements part
     * @param count how many elements it has
     */
    public record Parted(String quantity, int element, NumberPair numbers, double allowed, int beyond, int count) {}

    /** The quantity that parts first. */
    public Parted first() {
        return parted.get(0);
    }

    /** The index of the first element along each axis of the tensor, from 0; empty where the quantity is not per element. */
    public List<Integer> index() {
        int numel = shape.stream().reduce(1, (a, b) -> a * b);
        if (first().count() != numel) {
            return List.of();
        }
        Integer[] index = new Integer[shape.size()];
        int rest = first().element();
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            index[axis] = rest % shape.get(axis);
            rest /= shape.get(axis);
        }
        return List.of(index);
    }
}
