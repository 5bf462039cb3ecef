package org.descant.compiler.interpret;

import java.util.List;

/**
 * One parameter of a model.
 *
 * @param shape the length of every axis, row-major; empty for a single number
 * @param group the number of the group whose hyperparameters it follows, from 0
 */
public record TensorSpec(String name, List<Integer> shape, int group) {
    public TensorSpec {
        shape = List.copyOf(shape);
        if (group < 0 || shape.stream().anyMatch(length -> length < 0)) {
            throw new IllegalArgumentException("tensor '" + name + "' has shape " + shape + " in group " + group);
        }
    }

    /** A tensor of group 0. */
    public TensorSpec(String name, Integer... shape) {
        this(name, List.of(shape), 0);
    }

    /** The number of elements. */
    public int numel() {
        return product(0, shape.size());
    }

    int product(int from, int to) {
        int product = 1;
        for (int axis = from; axis < to; axis++) {
            product = Math.multiplyExact(product, shape.get(axis));
        }
        return product;
    }
}
