package org.descant.runtime;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Workers on an executor: those of its threads that come before all parts are begun take the parts that are left. */
final class ExecutorWorkers implements Workers {
    /** Waking a thread costs as long as it takes to pass over some hundred thousand elements. */
    private static final long WORTH = SpinningWorkers.WORTH_ASLEEP;

    private final Executor executor;
    private final int threads;
    private volatile boolean closed;

    ExecutorWorkers(Executor executor, int threads) {
        this.executor = Objects.requireNonNull(executor, "the executor is null");
        this.threads = threads;
    }

    @Override
    public int count() {
        return threads;
    }

    @Override
    public int threadsFor(long elements) {
        return closed ? 1 : (int) Math.max(1, Math.min(threads, elements / (WORTH / 2)));
    }

    @Override
    public void run(int parts, Work work) {
        if (closed || parts < 2 || parts > SpinningWorkers.MOST) {
            NoWorkers.alone(parts, work);
            return;
        }
        Parts each = new Parts();
        each.begin(parts, work);
        Runnable help = each::help;
        try {
            for (int helper = 1; helper < Math.min(parts, threads); helper++) {
                executor.execute(help);
            }
        } catch (RejectedExecutionException refused) {
            // The caller does what nobody else begins.
        } finally {
            each.finish();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
