package org.descant.harness;

import java.util.Map;

/**
 * What one evaluation of a model gives.
 *
 * @param loss NaN if it is not known
 * @param gradients one number for each element, row-major, by the name of the tensor
 */
public record Evaluation(double loss, Map<String, double[]> gradients) {
    public Evaluation {
        gradients = Map.copyOf(gradients);
    }
}
