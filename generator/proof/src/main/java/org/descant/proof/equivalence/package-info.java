/**
 * Rule against rule: whether two texts are the same optimizer, and if they are not, the smallest case that shows it.
 *
 * <p>{@link org.descant.proof.equivalence.RuleComparison} runs both on the same seeded models, hyperparameters and gradients, ordinary and
 * awkward, and compares the parameters after every step. They are the same to the last bit, or the same up to rounding (no difference
 * exceeds the sum of what the two are off from real arithmetic, see {@link org.descant.proof.bound}), or different. That two rules differ is
 * proved, up to the assumptions of the bounds, by one case; that they are the same is what many cases could not refute.
 */
@NullMarked
package org.descant.proof.equivalence;

import org.jspecify.annotations.NullMarked;
