package org.descant.compiler.interpret;

/** What a caller gives to a step. Arrays are per tensor, in the order of the model. */
public interface StepSource {
    /**
     * Computes gradients at a point; called once for every evaluation of the step, in their order.
     *
     * @param evaluation its index in the system
     * @param point the elements of each tensor
     * @param gradients to be filled with one number for each element
     * @return the loss
     */
    double evaluate(int evaluation, double[][] point, double[][] gradients);

    /** The values of an input: for each tensor, one for each element, row or column, or one; a single one for the model. */
    default double[][] input(String name) {
        throw new IllegalArgumentException("there is no value for the input '" + name + "'");
    }

    /** A source that knows the gradients of the step beforehand and has no loss. */
    static StepSource of(double[]... known) {
        return (evaluation, point, gradients) -> {
            if (known.length != gradients.length) {
                throw new IllegalArgumentException(
                        "gradients are given for " + known.length + " tensors, not " + gradients.length);
            }
            System.arraycopy(known, 0, gradients, 0, known.length);
            return Double.NaN;
        };
    }
}
