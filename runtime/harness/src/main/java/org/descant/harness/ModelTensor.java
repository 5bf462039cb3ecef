package org.descant.harness;

import java.util.List;

/**
 * A tensor of a model, and its elements before the first step.
 *
 * @param shape the length of every axis; empty for a single number
 * @param start the elements, row-major
 */
public record ModelTensor(String name, List<Integer> shape, List<Double> start) {
    public ModelTensor {
        shape = List.copyOf(shape);
        start = List.copyOf(start);
        int numel = shape.stream().reduce(1, Math::multiplyExact);
        if (start.size() != numel) {
            throw new IllegalArgumentException("tensor '" + name + "' of shape " + shape + " has " + numel
                    + " elements, but " + start.size() + " are given");
        }
    }

    /** The elements in an array of their own. */
    public double[] values() {
        return start.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The shape as the runtime takes it. */
    public int[] dimensions() {
        return shape.stream().mapToInt(Integer::intValue).toArray();
    }
}
