package org.descant.compiler.resolve.text;

/** What stands in the brackets behind a name. */
public sealed interface TimeIndex {
    /** {@code [t]}. */
    record Now() implements TimeIndex {}

    /** {@code [t-n]}, n from 1. */
    record Past(int steps) implements TimeIndex {}

    /** {@code [t+n]}, n from 1. */
    record Future(int steps) implements TimeIndex {}

    /** {@code [0]}. */
    record Origin() implements TimeIndex {}

    /** Anything else. */
    record Unknown() implements TimeIndex {}
}
