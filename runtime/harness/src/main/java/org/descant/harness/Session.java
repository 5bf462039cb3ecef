package org.descant.harness;

import java.util.Map;
import java.util.Optional;

/** An optimizer at work on a model. Numbers are passed as doubles whatever its element type: a float is widened exactly. */
public interface Session extends AutoCloseable {
    /**
     * Sets a hyperparameter, in force from the next step on.
     *
     * @throws IllegalArgumentException if the optimizer has none of this name, or refuses the value
     */
    void set(String hyper, double value);

    /** Makes one update. */
    void step(Feedback feedback);

    /** The parameters of a tensor, row-major: a copy. */
    double[] values(String tensor);

    /** A state: one number for each element, row or column, or a single one; empty if it is not to be seen. */
    default Optional<double[]> state(String tensor, String slot) {
        return Optional.empty();
    }

    /**
     * What the last step computed for a tensor, by name, in the order in which it was computed; states among it. Of each as many numbers
     * as it has for the tensor: one for each element, row or column, or a single one. Empty if nothing is to be seen.
     */
    default Map<String, double[]> quantities(String tensor) {
        return Map.of();
    }

    /** The hyperparameters that the next step takes for a tensor, by name; empty if they are not to be seen. */
    default Map<String, Double> hypers(String tensor) {
        return Map.of();
    }

    @Override
    default void close() {}
}
