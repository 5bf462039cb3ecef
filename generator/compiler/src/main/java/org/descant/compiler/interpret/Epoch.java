package org.descant.compiler.interpret;

/** Counts the attempts at a step, so that what was computed in an earlier one is known to be old. */
final class Epoch {
    private long number;

    long number() {
        return number;
    }

    void next() {
        number++;
    }
}
