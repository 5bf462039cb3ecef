package org.descant.runtime;

/**
 * A slot of state: what an optimizer remembers from one step to the next.
 *
 * @param name the path of equation names that it is addressed by: {@code m}, {@code fast.m}, {@code g[t-1]}
 * @param shape how many values it has
 * @param storage the format that they are rounded to between two steps
 */
public record StateDescription(String name, StateShape shape, Storage storage) {}
