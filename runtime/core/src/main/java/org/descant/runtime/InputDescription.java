package org.descant.runtime;

/**
 * A value, beside the gradients, that the rule asks its caller for.
 *
 * @param name the name in the rule
 * @param shape {@link StateShape#PER_ELEMENT} or {@link StateShape#PER_MODEL}
 */
public record InputDescription(String name, StateShape shape) {}
