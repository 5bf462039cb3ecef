package org.descant.runtime;

/**
 * A value, beside the gradients, that the rule asks its caller for.
 *
 * @param name the name in the rule
 * @param shape any but {@link StateShape#PER_STEP}
 * @param sweep the first sweep that reads it, from 0; one per model is asked for when a prologue reads it
 * @param flag the index of the condition without which nothing reads it in a step; {@link EvaluationDescription#ALWAYS} if there is none
 */
public record InputDescription(String name, StateShape shape, int sweep, int flag) {
    public InputDescription {
        if (shape == StateShape.PER_STEP) {
            throw new IllegalArgumentException("the input '" + name + "' is per step: it can be per model");
        }
    }

    /** An input that every step reads from its first sweep on. */
    public InputDescription(String name, StateShape shape) {
        this(name, shape, 0, EvaluationDescription.ALWAYS);
    }
}
