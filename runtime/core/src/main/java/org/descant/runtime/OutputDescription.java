package org.descant.runtime;

/**
 * A value that can be read by name after a step.
 *
 * @param name the name in the rule
 * @param slot the slot of state that holds its value of the last step
 * @param beforeFirstStep whether it has a value before the first step: it is a state, which then is its start
 */
public record OutputDescription(String name, String slot, boolean beforeFirstStep) {}
