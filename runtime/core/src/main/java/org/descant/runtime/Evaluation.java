package org.descant.runtime;

/**
 * What computes a gradient when a rule asks for one: the caller's model, on one batch.
 *
 * <p>A step asks in one fixed order, that of {@link RuleDescription#evaluations}: the gradient at the values first if the rule takes
 * one, then those at points of the rule's choosing. What stands under {@code when} is passed over on the steps on which it rests, and
 * nothing is asked for it. A rule that takes no gradient anywhere is described with one at the values, asks for it in every step, and reads
 * nothing of it. The same batch serves all evaluations of a step unless the caller decides otherwise.
 */
@FunctionalInterface
public interface Evaluation {
    /**
     * Computes the gradient at the point that is in the arrays of the values now, into the arrays of the gradients: those that the
     * parameters were made of. Nothing may be written to the values.
     *
     * <p>Whatever is thrown ends the step, and reaches its caller; values, state and {@link Optimizer#t} are as before the step then.
     *
     * @param number which of {@link RuleDescription#evaluations} this is, from 0
     * @return the loss at that point; only that of the first evaluation is read, by rules with {@link RuleDescription#readsLoss}
     */
    double evaluate(int number);
}
