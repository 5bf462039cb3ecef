package org.descant.runtime;

/** How long to do without something that did not pay: for twice as many offers after every failure, up to a limit. */
final class Patience {
    /** So often in a row it has to pay until all failures are forgotten. */
    private static final int STEADY = 16;

    private final int longest;
    private int pause = 1;
    private int left;
    private int paid;

    /** @param longest the most offers that are let pass */
    Patience(int longest) {
        this.longest = longest;
    }

    /** Takes an offer, or lets it pass. */
    boolean takes() {
        if (left > 0) {
            left--;
            return false;
        }
        return true;
    }

    /** What was tried last did not pay. */
    void failed() {
        paid = 0;
        left = pause;
        pause = Math.min(2 * pause, longest);
    }

    /** What was tried last paid. */
    void paid() {
        paid++;
        if (paid == STEADY) {
            pause = 1;
        }
    }
}
