package org.descant.harness.compare;

import java.util.Arrays;
import java.util.Optional;

/** A quantity of a tensor in one step: what is expected, and what came, if that is to be seen. */
final class Compared {
    private final String quantity;
    private final String tensor;
    private final double[] expected;
    private final Optional<double[]> actual;

    Compared(String quantity, String tensor, double[] expected, Optional<double[]> actual) {
        this.quantity = quantity;
        this.tensor = tensor;
        this.expected = expected;
        this.actual = actual;
    }

    String quantity() {
        return quantity;
    }

    String tensor() {
        return tensor;
    }

    double[] expected() {
        return expected;
    }

    Optional<double[]> actual() {
        return actual;
    }

    @Override
    public String toString() {
        return quantity + " of " + tensor + ": " + Arrays.toString(expected);
    }
}
