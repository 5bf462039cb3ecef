package org.descant.harness.compare;

import org.descant.harness.Session;

/** What a run is held against, one step after the other. */
interface Guide extends AutoCloseable {
    /** What is expected of the step with that number, which the session has just made. */
    Expectation step(int step, Session actual);

    @Override
    default void close() {}
}
