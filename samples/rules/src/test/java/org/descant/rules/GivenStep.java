package org.descant.rules;

import java.util.Map;
import org.descant.harness.Evaluation;
import org.descant.harness.Feedback;

/**
 * A step whose gradients are known beforehand.
 *
 * @param hypers those to be set before it
 * @param gradients by tensor
 */
record GivenStep(Map<String, Double> hypers, Map<String, double[]> gradients) implements Feedback {
    @Override
    public Evaluation evaluate() {
        return new Evaluation(Double.NaN, gradients);
    }

    @Override
    public Evaluation evaluate(Map<String, double[]> point) {
        throw new IllegalStateException("the gradients of another point are not known");
    }

    @Override
    public double[] input(String name, String tensor) {
        throw new IllegalArgumentException("there is no input '" + name + "'");
    }
}
