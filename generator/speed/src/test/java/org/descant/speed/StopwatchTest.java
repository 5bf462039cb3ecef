package org.descant.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    @Test
    void times_areThoseOfMostMeasurements() {
        Iterator<Double> nanos = List.of(5e9, 1000.0, 1000.0, 0.0, 1000.0).iterator();

        assertThat(Stopwatch.times(nanos::next, 20e6)).isEqualTo(20_000);
    }

    /** As a rule does that tries a vector form out: then nothing of it is compiled, and times would be those of the interpreter. */
    @Test
    void warmUp_beginsAfterFirstRunsThatTakeLong() {
        AtomicInteger runs = new AtomicInteger();
        AtomicLong slept = new AtomicLong();
        Runnable work = () -> {
            if (runs.incrementAndGet() == 3) {
                LockSupport.parkUntil(System.currentTimeMillis() + 4_200);
                slept.set(System.nanoTime());
            }
        };

        Stopwatch.warmUp(times -> Stopwatch.nanos(work, times));

        assertThat(System.nanoTime() - slept.get()).isGreaterThan(400_000_000L);
    }
}
