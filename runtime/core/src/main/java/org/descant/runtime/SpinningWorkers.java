package org.descant.runtime;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that wait for the next sweep awake, for as long as it costs to wake them, and then sleep. The first caller has them; others do
 * their work alone meanwhile.
 *
 * <p>Where other programs have the processors, a thread that has begun a part may not get on with it, and the caller waits. After a sweep in which
 * it has waited longer than worked, the next are done without help, for twice as long after every such sweep.
 *
 * <p>To wake them is worth it for a large sweep, the more of them the larger it is. For a smaller one it is if many follow each other so closely
 * that they stay awake, which is found out by trying, with one thread more at a time: if it is still or again asleep when the next few are
 * offered, the next trial is put off twice as long.
 */
final class SpinningWorkers implements Workers {
    /** The most threads there can be. */
    static final int MOST = 1024;

    /** Elements that are worth dividing while all are awake: three blocks. */
    static final long WORTH_AWAKE = 12_288;

    /** Elements that are worth waking a thread for. */
    static final long WORTH_ASLEEP = 500_000;

    private static final long SPIN_NANOS = 20_000;

    /** Nanoseconds between trials to wake them: a trial costs some tens of thousands. */
    private static final long WAKING_NANOS = 1_000_000;

    private static final long LONGEST_WAKING_NANOS = 4_000_000;

    /** Nanoseconds that are done without them when other programs have their processors. */
    private static final long ABSENCE_NANOS = 2_000_000;

    private static final long LONGEST_ABSENCE_NANOS = 256_000_000;

    /** Offers of a trial. */
    private static final int TRIAL = 8;

    private final Parts parts = new Parts();
    private final Thread[] threads;
    private final boolean[] started;
    private final AtomicInteger asleep = new AtomicInteger();
    private volatile boolean closed;

    /** Whether a caller has the threads, or asks for them: what stands below is that caller's. */
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Offers of a trial that are left. */
    private int trial;

    /** How many threads have to be awake for it to have succeeded. */
    private int tried;

    private final Patience waking = new Patience(WAKING_NANOS, LONGEST_WAKING_NANOS);
    private final Patience sharing = new Patience(ABSENCE_NANOS, LONGEST_ABSENCE_NANOS);

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
    public int threadsFor(long elements) {
        if (elements < WORTH_AWAKE || threads.length == 0 || closed || !busy.compareAndSet(false, true)) {
            return 1;
        }
        try {
            return worth(elements, System.nanoTime());
        } finally {
            busy.set(false);
        }
    }

    private int worth(long elements, long now) {
        if (!sharing.isOver(now)) {
            return 1;
        }
        int awake = threads.length - asleep.get();
        int most = (int) Math.min(count(), elements / (WORTH_AWAKE / 2));
        int worth = (int) Math.min(most, 1 + Math.max(awake, elements / WORTH_ASLEEP));
        if (trial > 0 && awake >= tried) {
            trial = 0;
        }
        if (worth == most) {
            waking.paid();
        } else if (isTrial(now, worth)) {
            worth++;
        }
        return worth;
    }

    /** Whether to wake one more although a sweep is not worth it. It may take several to wake up. */
    private boolean isTrial(long now, int helpers) {
        if (trial == 0) {
            if (!waking.isOver(now)) {
                return false;
            }
            trial = TRIAL;
            tried = helpers;
        }
        trial--;
        if (trial == 0) {
            waking.failed(now);
        }
        return true;
    }

    @Override
    public void run(int count, Work work) {
        if (count < 2 || count > MOST || closed || !busy.compareAndSet(false, true)) {
            NoWorkers.alone(count, work);
            return;
        }
        try {
            parts.begin(count, work);
            if (threads.length - asleep.get() < count - 1) {
                wake(Math.min(count - 1, threads.length));
            }
        } finally {
            try {
                parts.finish();
            } finally {
                if (parts.isHeldUp()) {
                    sharing.failed(System.nanoTime());
                } else {
                    sharing.paid();
                }
                busy.set(false);
            }
        }
    }

    private void wake(int helpers) {
        for (int i = 0; i < helpers; i++) {
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
