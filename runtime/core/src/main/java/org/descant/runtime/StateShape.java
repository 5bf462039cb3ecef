package org.descant.runtime;

/** How many values a state, input or output has: from one for a whole group of tensors to one for each element. */
public enum StateShape {
    PER_STEP("per step"),
    PER_MODEL("per model"),
    PER_TENSOR("per tensor"),
    PER_MATRIX("per matrix"),
    PER_ROW("per row"),
    PER_COL("per col"),
    /** Of a tensor seen as a stack of matrices over its last two axes ({@code matrix last}). */
    PER_LAST_MATRIX("per matrix of the last axes"),
    PER_LAST_ROW("per row of the last axes"),
    PER_LAST_COL("per col of the last axes"),
    PER_ELEMENT("per element");

    private final String words;

    StateShape(String words) {
        this.words = words;
    }

    /** Whether it is a single number of a group or of the model, which the prologue computes in double. */
    public boolean isNumber() {
        return this == PER_STEP || this == PER_MODEL;
    }

    /** Whether a tensor has one for each of its matrices, rows or columns. */
    boolean isOfCells() {
        return switch (this) {
            case PER_MATRIX, PER_ROW, PER_COL, PER_LAST_MATRIX, PER_LAST_ROW, PER_LAST_COL -> true;
            case PER_STEP, PER_MODEL, PER_TENSOR, PER_ELEMENT -> false;
        };
    }

    /** Whether there is one double for each matrix; those for rows and columns have the parameters' type. */
    boolean isOfMatrices() {
        return this == PER_MATRIX || this == PER_LAST_MATRIX;
    }

    boolean isOfRows() {
        return this == PER_ROW || this == PER_LAST_ROW;
    }

    boolean isOfCols() {
        return this == PER_COL || this == PER_LAST_COL;
    }

    /** Whether a tensor is seen as a stack of matrices over its last two axes. */
    boolean isOfLast() {
        return this == PER_LAST_MATRIX || this == PER_LAST_ROW || this == PER_LAST_COL;
    }

    /** As a rule would say it: {@code per row}. */
    @Override
    public String toString() {
        return words;
    }
}
