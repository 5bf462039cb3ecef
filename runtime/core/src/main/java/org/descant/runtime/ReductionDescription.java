package org.descant.runtime;

/**
 * A value that a rule computes from many elements, and that a sweep must have finished before the next may use it.
 *
 * @param text the reduction as the rule writes it: {@code sum(g^2 per model)}
 * @param shape what there is one result for, from {@link StateShape#PER_MODEL} to {@link StateShape#PER_COL}
 * @param kind how the entries are put together
 * @param ofNumbers whether the entries are one number per tensor, given by {@link TensorStep#term}, and not elements
 */
public record ReductionDescription(String text, StateShape shape, ReductionKind kind, boolean ofNumbers) {}
