package org.descant.proof.equivalence;

import java.util.Optional;

/**
 * The value of an equation of one or both rules, at one element.
 *
 * @param left what it is in the first rule, if that has an equation of this name
 * @param right what it is in the second
 * @param differs whether both have it, with values that rounding does not explain
 */
public record Quantity(String name, Optional<Double> left, Optional<Double> right, boolean differs) {}
