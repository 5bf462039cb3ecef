package org.descant.runtime;

/** How many values a state, input or output has: from one for a whole group of tensors to one for each element. */
public enum StateShape {
    PER_STEP("per step"),
    PER_MODEL("per model"),
    PER_TENSOR("per tensor"),
    PER_MATRIX("per matrix"),
    PER_ROW("per row"),
    PER_COL("per col"),
    PER_ELEMENT("per element");

    private final String words;

    StateShape(String words) {
        this.words = words;
    }

    /** Whether it is a single number of a group or of the model, which the prologue computes in double. */
    public boolean isNumber() {
        return this == PER_STEP || this == PER_MODEL;
    }

    /** As a rule would say it: {@code per row}. */
    @Override
    public String toString() {
        return words;
    }
}
