package org.descant.runtime;

/**
 * A value that a rule computes from many entries, and that a sweep must have finished before the next may use it.
 *
 * @param text the reduction as the rule writes it: {@code sum(g^2 per model)}
 * @param over what there is one entry for: elements; rows, columns or matrices; or tensors, whose prologues give one by
 *     {@link TensorStep#term}
 * @param shape what there is one result for, from {@link StateShape#PER_MODEL} to {@link StateShape#PER_LAST_COL}
 * @param kind how the entries are put together
 * @param cell the number of the cell that keeps the results, if they are per matrix, row or column; -1 otherwise
 * @param sharer the place of an earlier reduction of the same entries, whose terms serve for this one, too; -1 if it has terms of its own
 */
public record ReductionDescription(
        String text, StateShape over, StateShape shape, ReductionKind kind, int cell, int sharer) {
    /** One that has terms of its own. */
    ReductionDescription(String text, StateShape over, StateShape shape, ReductionKind kind, int cell) {
        this(text, over, shape, kind, cell, -1);
    }

    /** The same, but for its terms, which are those of an earlier one. */
    ReductionDescription sharing(int earlier) {
        return new ReductionDescription(text, over, shape, kind, cell, earlier);
    }

    /** Whether its terms are those of an earlier one. */
    boolean sharesTerms() {
        return sharer >= 0;
    }

    /** Whether the entries are one number per tensor. */
    public boolean ofNumbers() {
        return over == StateShape.PER_TENSOR;
    }

    /** Whether rows, columns or matrices play a part in it. */
    boolean isOfCells() {
        return over.isOfCells() || shape.isOfCells();
    }
}
