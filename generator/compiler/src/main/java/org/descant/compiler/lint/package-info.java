/**
 * Warnings about numbers: a root of something that can be negative, a divisor that can be zero. They never stop a compilation.
 *
 * <p>{@link org.descant.compiler.lint.InferBounds} finds between which bounds every equation and state lies, over all steps and all
 * gradients: an interval for each, by induction over the steps, from the starts and from the ranges of the hyperparameters.
 * {@link org.descant.compiler.lint.CheckNumbers} then looks at every root and every divisor: it warns of those that bounds do not show to be
 * safe and that fail in one of the {@link org.descant.compiler.lint.Witnesses} runs.
 *
 * <p><b>A warning that fires on the library is wrong.</b> What cannot be shown by intervals but holds is a law of its own (see
 * {@link org.descant.compiler.lint.Variance}), and what the author has seen to is taken as a choice: a hyperparameter in [0, inf) that is
 * added or that bounds ({@code sqrt(v) + eps}, {@code max(n, eps)}) counts as more than 0. Bounds are those of real numbers: that a
 * rounding may carry a value over its bound is nobody's warning.
 */
package org.descant.compiler.lint;
