package org.descant.runtime;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that wait for the next sweep awake, for as long as it costs to wake them, and then sleep. The first caller has them; others do
 * their work alone meanwhile.
 *
 * <p>Where other programs have the processors, a thread that has begun a part may not get on with it, and the caller waits. After a sweep in which
 * it has waited longer than worked, the next are done without help, twice as many after every such sweep.
 *
 * <p>To wake them is worth it for a large sweep. For a smaller one it is if many follow each other so closely that they stay awake, which is
 * found out by trying: if they are asleep again when the next one is offered, the next trial is put off twice as long.
 */
final class SpinningWorkers implements Workers {
    /** The most threads there can be. */
    static final int MOST = 1024;

    /** Elements that are worth dividing while all are awake. */
    static final long WORTH_AWAKE = 8_192;

    /** Elements that are worth waking threads for. */
    static final long WORTH_ASLEEP = 500_000;

    private static final long SPIN_NANOS = 20_000;

    /** Offers between two trials to wake them at most. */
    private static final int LONGEST_SLEEP = 1_024;

    /** Offers at most that are done without them when other programs have their processors. */
    private static final int LONGEST_ABSENCE = 64;

    private final Parts parts = new Parts();
    private final Thread[] threads;
    private final boolean[] started;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger asleep = new AtomicInteger();
    private volatile boolean closed;
    private final Patience waking = new Patience(LONGEST_SLEEP);
    private final Patience sharing = new Patience(LONGEST_ABSENCE);

    /** @param count from 1 */
    SpinningWorkers(int count) {
        threads = new Thread[count - 1];
        started = new boolean[threads.length];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(null, this::help, "descant-worker-" + (i + 1), 0, false);
            threads[i].setDaemon(true);
            threads[i].setContextClassLoader(null);
        }
        asleep.set(threads.length);
    }

    @Override
    public int count() {
        return threads.length + 1;
    }

    @Override
    public boolean isWorth(long elements) {
        if (elements < WORTH_AWAKE || threads.length == 0 || closed || busy.get() || !sharing.takes()) {
            return false;
        }
        if (asleep.get() == 0) {
            waking.paid();
            return true;
        }
        if (elements >= WORTH_ASLEEP) {
            return true;
        }
        boolean isTrial = waking.takes();
        if (isTrial) {
            // If it succeeds, the next offers find them awake.
            waking.failed();
        }
        return isTrial;
    }

    @Override
    public void run(int count, Work work) {
        if (count < 2 || count > MOST || closed || !busy.compareAndSet(false, true)) {
            NoWorkers.alone(count, work);
            return;
        }
        try {
            parts.begin(count, work);
            if (asleep.get() > 0) {
                wake();
            }
        } finally {
            try {
                parts.finish();
            } finally {
                if (parts.isHeldUp()) {
                    sharing.failed();
                } else {
                    sharing.paid();
                }
                busy.set(false);
            }
        }
    }

    private void wake() {
        for (int i = 0; i < threads.length; i++) {
            if (started[i]) {
                LockSupport.unpark(threads[i]);
            } else {
                started[i] = true;
                start(threads[i]);
            }
        }
    }

    private static void start(Thread thread) {
        try {
            thread.start();
        } catch (OutOfMemoryError none) {
            // The system has no thread to spare: the others do its part.
        }
    }

    /** What each thread does. */
    private void help() {
        asleep.decrementAndGet();
        long since = System.nanoTime();
        while (!closed) {
            if (parts.isOpen()) {
                parts.help();
                since = System.nanoTime();
            } else if (System.nanoTime() - since < SPIN_NANOS) {
                Thread.onSpinWait();
            } else {
                sleep();
                since = System.nanoTime();
            }
        }
        asleep.incrementAndGet();
    }

    private void sleep() {
        asleep.incrementAndGet();
        if (!parts.isOpen() && !closed) {
            LockSupport.park(this);
        }
        // An interrupt would keep it awake for ever.
        Thread.interrupted();
        asleep.decrementAndGet();
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
