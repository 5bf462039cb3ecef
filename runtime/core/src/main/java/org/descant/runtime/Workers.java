package org.descant.runtime;

import java.util.concurrent.Executor;

/**
 * Threads that share the work of a step: {@code optimizer.workers(Workers.of(2))}. An optimizer that is given none works on the thread that
 * calls it. The bits of a step are the same with any workers.
 *
 * <p>One object may serve several optimizers, also at the same time: who finds it busy works alone. Whoever implements this decides two
 * things, how much work is worth another thread, and who does it.
 *
 * <p>Each thread has memory of its own in every optimizer that is given it: where the rule reduces, or has states or inputs per matrix, row or column, some arrays
 * as long as the longest array of values, half a million elements at most; copies of a block where offsets differ; and, where several arrays hold values,
 * arrays of up to a quarter of a million elements for what a step carries from one pass over a tensor to the next.
 */
public interface Workers extends AutoCloseable {
    /** Something that is done in parts, which may be done side by side or one after the other. */
    @FunctionalInterface
    interface Work {
        /**
         * Does a part.
         *
         * @param part from 0
         */
        void run(int part);
    }

    /** How many threads there are, that of the caller included; at least 1, and always the same. */
    int count();

    /**
     * How many threads a sweep over so many elements is worth now, that of the caller included; 1 if the caller had better do it alone. It is
     * asked before every sweep.
     *
     * @param elements how many elements are passed over, several times counted as often
     */
    int threadsFor(long elements);

    /**
     * Does every part of some work once, and returns when all of them are done and what they have written can be seen by the caller. The
     * caller of a step is the caller of this.
     *
     * <p>An implementation must not wait for a thread that has not begun: a part that nobody has begun is the caller's.
     *
     * @throws RuntimeException what a part threw; no other part is being done any more then. Errors likewise
     */
    void run(int parts, Work work);

    /** Lets the threads end. Who goes on to use this works alone, and what is being done is finished. */
    @Override
    void close();

    /** No threads but the caller's. */
    static Workers none() {
        return new NoWorkers();
    }

    /**
     * Threads of its own, which are started when they are first wanted, keep no JVM alive and allocate nothing in a step. One that has done its part
     * spins for 20 microseconds in case there is more, because waking it costs more than that, and sleeps then.
     *
     * @param threads with that of the caller, from 1 to {@value SpinningWorkers#MOST}
     * @throws IllegalArgumentException if there are fewer or more
     */
    static Workers of(int threads) {
        return new SpinningWorkers(checked(threads));
    }

    /**
     * One object for the whole program, with as many threads as the machine has processors, {@value SpinningWorkers#MOST} at most; {@link #close} does nothing to
     * it.
     */
    static Workers shared() {
        return SharedWorkers.INSTANCE;
    }

    /**
     * Threads of somebody else's. Every sweep that is divided allocates, and so do executors; closing this closes no executor.
     *
     * @param executor it may run what it is given late, on the thread that calls it or, if it throws
     *     {@link java.util.concurrent.RejectedExecutionException}, not at all
     * @param threads into how many parts work is divided, that of the caller included, from 1 to {@value SpinningWorkers#MOST}
     * @throws IllegalArgumentException if there are fewer or more
     * @throws NullPointerException if the executor is null
     */
    static Workers on(Executor executor, int threads) {
        return new ExecutorWorkers(executor, checked(threads));
    }

    private static int checked(int threads) {
        if (threads < 1 || threads > SpinningWorkers.MOST) {
            throw new IllegalArgumentException(
                    "there can be 1 to " + SpinningWorkers.MOST + " threads, not " + threads + ": the caller's is one");
        }
        return threads;
    }
}
