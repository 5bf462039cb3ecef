package org.descant.harness.report;

/** How a check came out. */
public enum Verdict {
    /** All is as expected. */
    GOOD("good"),
    /** Something differs. */
    DIFFERS("differs"),
    /** It could not be made: something was thrown. */
    FAILED("failed"),
    /** It was not made, for a reason that is no fault of the rule. */
    SKIPPED("skipped");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** How reports call it. */
    public String word() {
        return word;
    }

    /** Whether it is no reason to worry. */
    public boolean isGood() {
        return this == GOOD || this == SKIPPED;
    }
}
