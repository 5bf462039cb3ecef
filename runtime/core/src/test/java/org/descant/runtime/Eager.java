package org.descant.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/** Workers that find everything worth two threads or more, and count what they are given. */
final class Eager implements Workers {
    final AtomicInteger runs = new AtomicInteger();
    private final Workers workers;

    Eager(Workers workers) {
        this.workers = workers;
    }

    static Eager of(int threads) {
        return new Eager(Workers.of(threads));
    }

    @Override
    public int count() {
        return workers.count();
    }

    @Override
    public int threadsFor(long elements) {
        return 2 + (int) (elements % Math.max(1, count() - 1));
    }

    @Override
    public void run(int parts, Work work) {
        runs.incrementAndGet();
        workers.run(parts, work);
    }

    @Override
    public void close() {
        workers.close();
    }
}
