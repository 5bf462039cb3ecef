package org.descant.runtime;

/**
 * A value that a rule computes from many elements, and that a sweep must have finished before the next may use it.
 *
 * @param text the reduction as the rule writes it: {@code norm(g per model)}
 * @param shape what there is one result for, from {@link StateShape#PER_MODEL} to {@link StateShape#PER_COL}
 */
public record ReductionDescription(String text, StateShape shape) {}
