package org.descant.runtime;

/** How long to do without something that did not pay: twice as long after every failure, up to a limit. */
final class Patience {
    /** So often in a row it has to pay until all failures are forgotten. */
    private static final int STEADY = 16;

    private final long shortest;
    private final long longest;
    private long pause;
    private long since;
    private long left;
    private int paid;

    /**
     * @param shortest nanoseconds to do without after the first failure
     * @param longest nanoseconds at most
     */
    Patience(long shortest, long longest) {
        this.shortest = shortest;
        this.longest = longest;
        pause = shortest;
    }

    /** Whether it may be tried again. */
    boolean isOver(long now) {
        return now - since >= left;
    }

    /** What was tried last did not pay. */
    void failed(long now) {
        paid = 0;
        since = now;
        left = pause;
        pause = Math.min(2 * pause, longest);
    }

    /** What was tried last paid. */
    void paid() {
        paid++;
        if (paid == STEADY) {
            pause = shortest;
        }
    }
}
