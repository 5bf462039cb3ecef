package org.descant.runtime;

/** The thread of the caller, and no other. */
final class NoWorkers implements Workers {
    @Override
    public int count() {
        return 1;
    }

    @Override
    public int threadsFor(long elements) {
        return 1;
    }

    @Override
    public void run(int parts, Work work) {
        alone(parts, work);
    }

    /** Does all parts, in their order. */
    static void alone(int parts, Work work) {
        for (int part = 0; part < parts; part++) {
            work.run(part);
        }
    }

    @Override
    public void close() {}
}
