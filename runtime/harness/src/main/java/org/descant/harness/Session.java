package org.descant.harness;

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

    @Override
    default void close() {}
}
