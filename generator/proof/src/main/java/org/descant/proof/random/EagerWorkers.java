package org.descant.proof.random;

import java.util.List;
import org.descant.runtime.Workers;

/** Threads for which no sweep is too small. Those of one number serve all trials; a trial that finds them busy goes without. */
final class EagerWorkers implements Workers {
    private static final List<Workers> ALL = List.of(new EagerWorkers(2), new EagerWorkers(3), new EagerWorkers(7));

    private final Workers workers;

    private EagerWorkers(int threads) {
        workers = Workers.of(threads);
    }

    /** Two, three or seven threads. */
    static Workers of(long seed) {
        return ALL.get((int) Math.floorMod(seed, (long) ALL.size()));
    }

    @Override
    public int count() {
        return workers.count();
    }

    @Override
    public int threadsFor(long elements) {
        return workers.count();
    }

    @Override
    public void run(int parts, Work work) {
        workers.run(parts, work);
    }

    @Override
    public void close() {}
}
