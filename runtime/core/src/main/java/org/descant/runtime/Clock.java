package org.descant.runtime;

/** How far an optimizer has come: the updates done, and whether its states have had their starts. */
final class Clock {
    private long completed;
    private boolean started;

    long completed() {
        return completed;
    }

    boolean started() {
        return started;
    }

    void set(long updates, boolean hasStarted) {
        completed = updates;
        started = hasStarted;
    }
}
