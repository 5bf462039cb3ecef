package org.descant.harness.compare;

import org.descant.harness.Session;

/** What a run is held against, one step after the other. */
interface Guide extends AutoCloseable {
    /** What is expected of the step with that number, which the session has just made. */
    Expectation step(int step, Session actual);

    /**
     * What is wrong with an optimizer that does not ask for as many evaluations as are expected.
     *
     * @param asked how many evaluations the step with that number asked for
     * @param expected how many it should have asked for
     */
    String otherEvaluations(int step, int asked, int expected);

    @Override
    default void close() {}
}
