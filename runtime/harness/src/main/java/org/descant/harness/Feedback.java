package org.descant.harness;

import java.util.Map;

/** What the caller of an optimizer gives to one step: gradients, as often as they are asked for, and further inputs. */
public interface Feedback {
    /**
     * The loss and its gradients at the parameters as they are: the next evaluation of the step.
     *
     * @throws IllegalStateException if the step has no further evaluation
     */
    Evaluation evaluate();

    /**
     * The loss and its gradients at a point of the optimizer's choosing: the next evaluation of the step.
     *
     * @param point the elements of each tensor, by its name
     * @throws IllegalStateException if the step has no further evaluation
     */
    Evaluation evaluate(Map<String, double[]> point);

    /**
     * The values of a further input for a tensor.
     *
     * @throws IllegalArgumentException if the step has no such input
     */
    double[] input(String name, String tensor);
}
