package org.descant.proof.bound;

/** Counts the values that could have been others in the exact run: conditions, signs, floors and the like. */
final class Undecided {
    private long count;

    void add() {
        count++;
    }

    long count() {
        return count;
    }
}
