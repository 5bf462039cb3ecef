package org.descant.proof.bound;

import org.descant.compiler.interpret.StepSource;

/** What a caller gives to a step, with how exact it is. Arrays are per tensor, in the order of the model. */
public interface BoundedSource {
    /**
     * Computes gradients at a point; called once for every evaluation of the step, in their order.
     *
     * @param point the elements of each tensor as they were computed
     * @param pointErrors how far the exact ones can be
     * @param gradients to be filled
     * @param gradientErrors to be filled with how far the gradients at the exact point can be; 0 if they are not touched
     * @return the loss
     */
    double evaluate(
            int evaluation, double[][] point, double[][] pointErrors, double[][] gradients, double[][] gradientErrors);

    /** The values of an input. */
    double[][] input(String name);

    /** A source whose gradients are the same wherever they are asked for. */
    static BoundedSource of(StepSource source) {
        return new BoundedSource() {
            @Override
            public double evaluate(
                    int evaluation,
                    double[][] point,
                    double[][] pointErrors,
                    double[][] gradients,
                    double[][] gradientErrors) {
                return source.evaluate(evaluation, point, gradients);
            }

            @Override
            public double[][] input(String name) {
                return source.input(name);
            }
        };
    }
}
