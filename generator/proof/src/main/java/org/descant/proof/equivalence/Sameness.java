package org.descant.proof.equivalence;

/** How much two rules are the same. */
public enum Sameness {
    /** No run showed a bit of difference, in float or in double. */
    SAME_BITS("the same to the last bit"),
    /** The same equations in real numbers, as far as was seen: they round differently. */
    SAME_UP_TO_ROUNDING("the same up to rounding"),
    DIFFERENT("different");

    private final String label;

    Sameness(String label) {
        this.label = label;
    }

    /** How reports say it. */
    public String label() {
        return label;
    }
}
