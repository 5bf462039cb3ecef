package org.descant.speed;

/**
 * What was measured of a rule that is compiled in two ways.
 *
 * @param nanos of the first, for each element of the model, a step
 * @param otherNanos of the other
 * @param ratio the time of the first to that of the other: above 1 the other is faster
 */
public record Ratio(String rule, int elements, double nanos, double otherNanos, double ratio) {}
