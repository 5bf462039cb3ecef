package org.descant.runtime;

/**
 * A value, beside the gradients, that the rule asks its caller for.
 *
 * @param name the name in the rule
 * @param shape {@link StateShape#PER_ELEMENT} or {@link StateShape#PER_MODEL}
 * @param sweep the first sweep whose loops read it, from 0, if it is per element; one per model is asked for when a prologue reads it
 * @param flag the index of the condition without which no loop reads it in a step; {@link EvaluationDescription#ALWAYS} if there is none
 */
public record InputDescription(String name, StateShape shape, int sweep, int flag) {
    /** An input that every step reads from its first sweep on. */
    public InputDescription(String name, StateShape shape) {
        this(name, shape, 0, EvaluationDescription.ALWAYS);
    }
}
