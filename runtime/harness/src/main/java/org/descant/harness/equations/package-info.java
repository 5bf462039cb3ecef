/**
 * The equations that stand in recorded runs, executed: a second opinion on every recorded rule, at any values of its hyperparameters and on
 * any gradients. It shares no code with any compiler of rules.
 *
 * <p>The equations are lines that run from top to bottom, once per update. {@code name[0] = …} is a value before the first update; a name
 * that is read above the line which assigns it still has the value of the update before. {@code w}, {@code g}, {@code t} and {@code loss}
 * are the parameter, the gradient at {@code w} before the update, the number of the update and the loss; {@code grad(p)} is the gradient at
 * another point. {@code ^ * / + -}, comparisons, {@code and or not} and {@code if c then a else b} work per element; {@code sum mean norm
 * norm1 rms amax amin dot} reduce a tensor, or with {@code per row}, {@code per col}, {@code per model} as the last words in their
 * parentheses the rows and columns of a matrix (first axis × the rest), or all tensors. There are no matrix products.
 *
 * <p>Everything is computed in double, and sums from their first term to their last: what agrees with it agrees but for rounding.
 */
@NullMarked
package org.descant.harness.equations;

import org.jspecify.annotations.NullMarked;
