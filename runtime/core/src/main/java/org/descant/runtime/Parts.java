package org.descant.runtime;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The parts of some work, each of which is taken by one thread: by the caller, who takes the first, or by whoever helps. One object serves
 * one work after the other, and a helper that comes late, when another work has begun or none, does no harm.
 *
 * <p>How many parts are left stands in one number with that of the work. A helper reads it, then the work, and takes a part by making the number
 * one less; if it succeeds, the number has not changed between, so that the work was the right one: the next is not put there before all parts of
 * this one are taken.
 */
final class Parts {
    /** Bits of the parts that are left. */
    private static final int BITS = 16;

    private static final Workers.Work NOTHING = part -> {};

    /** How often a caller looks whether the others are done, before it lets other threads have its processor. */
    private static final int LOOKS = 2_000;

    private static final long NAP_NANOS = 20_000;

    private static final long GRACE_NANOS = 20_000;

    private final AtomicLong ticket = new AtomicLong();
    private final AtomicInteger done = new AtomicInteger();
    private Workers.Work work = NOTHING;
    private boolean isHeldUp;
    private volatile Optional<Throwable> failure = Optional.empty();

    /** Whether there is a part that nobody has taken. */
    boolean isOpen() {
        return left(ticket.get()) > 0;
    }

    private static int left(long ticket) {
        return (int) (ticket & ((1 << BITS) - 1));
    }

    /** Offers all parts but the first. */
    void begin(int parts, Workers.Work next) {
        work = next;
        done.set(-parts);
        long number = (ticket.get() >>> BITS) + 1;
        ticket.set(number << BITS | (parts - 1));
    }

    /** Takes parts until none is left. */
    void help() {
        long now = ticket.get();
        while (left(now) > 0) {
            Workers.Work mine = work;
            if (ticket.compareAndSet(now, now - 1)) {
                run(mine, left(now));
            }
            now = ticket.get();
        }
    }

    /** Does the first part, takes what is left, waits for those who have begun, and throws what a part has thrown. */
    void finish() {
        long start = System.nanoTime();
        run(work, 0);
        help();
        isHeldUp = false;
        if (done.get() < 0) {
            long end = System.nanoTime();
            await();
            isHeldUp = System.nanoTime() - end > end - start + GRACE_NANOS;
        }
        work = NOTHING;
        if (failure.isPresent()) {
            Throwable thrown = failure.get();
            failure = Optional.empty();
            throwUnchecked(thrown);
        }
    }

    private void run(Workers.Work mine, int part) {
        try {
            mine.run(part);
        } catch (Throwable thrown) {
            keep(thrown);
        } finally {
            done.incrementAndGet();
        }
    }

    private synchronized void keep(Throwable thrown) {
        if (failure.isEmpty()) {
            failure = Optional.of(thrown);
        }
    }

    /** Whether the caller has waited for others longer than it has worked: they had no processor. */
    boolean isHeldUp() {
        return isHeldUp;
    }

    /** An interrupt makes this busier, and nothing else. To yield is right where the one waited for has no processor, and only then. */
    @SuppressWarnings("ThreadPriorityCheck")
    private void await() {
        for (int looks = 0; done.get() < 0; looks++) {
            if (looks < LOOKS) {
                Thread.onSpinWait();
            } else if (looks % 2 == 0) {
                Thread.yield();
            } else {
                LockSupport.parkNanos(this, NAP_NANOS);
            }
        }
    }

    private static void throwUnchecked(Throwable thrown) {
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        } else if (thrown instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("a part of a step threw a checked exception", thrown);
    }
}
