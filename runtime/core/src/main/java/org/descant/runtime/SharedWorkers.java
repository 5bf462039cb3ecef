package org.descant.runtime;

/** Workers that belong to the whole program. */
final class SharedWorkers implements Workers {
    static final Workers INSTANCE = new SharedWorkers();

    private final Workers workers =
            new SpinningWorkers(Math.min(Runtime.getRuntime().availableProcessors(), SpinningWorkers.MOST));

    private SharedWorkers() {}

    @Override
    public int count() {
        return workers.count();
    }

    @Override
    public int threadsFor(long elements) {
        return workers.threadsFor(elements);
    }

    @Override
    public void run(int parts, Work work) {
        workers.run(parts, work);
    }

    @Override
    public void close() {}
}
