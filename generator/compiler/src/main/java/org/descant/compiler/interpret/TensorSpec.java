package org.descant.compiler.interpret;

import java.util.List;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.View;

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

    /** How many values of a shape it has; one for a shape that is larger than a tensor. */
    public int count(Shape of, View view) {
        Space space = Space.of(of, view);
        return Geometry.of(this, space.view()).count(space.level());
    }

    int product(int from, int to) {
        int product = 1;
        for (int axis = from; axis < to; axis++) {
            product = Math.multiplyExact(product, shape.get(axis));
        }
        return product;
    }
}
