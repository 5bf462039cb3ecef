package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class WorkersTest {
    private static final int PARTS = 5;

    /** One for each way in which an executor may serve, or not. */
    static Stream<Workers> workers() {
        Executor refuses = task -> {
            throw new RejectedExecutionException("closed");
        };
        Executor threads = task -> new Thread(task).start();
        Workers closed = Workers.of(3);
        closed.close();
        return Stream.of(
                Workers.none(),
                Workers.of(1),
                Workers.of(2),
                Workers.of(7),
                Workers.shared(),
                closed,
                Workers.on(threads, 3),
                Workers.on(Runnable::run, 3),
                Workers.on(task -> {}, 3),
                Workers.on(refuses, 3));
    }

    @ParameterizedTest
    @MethodSource("workers")
    void run_doesEveryPartOnce_andIsOverThen(Workers workers) {
        int[] counts = new int[PARTS];
        for (int round = 0; round < 2_000; round++) {
            workers.run(PARTS, part -> counts[part]++);
        }
        assertThat(counts).containsOnly(2_000);
        workers.close();
    }

    @ParameterizedTest
    @MethodSource("workers")
    void run_ofAPartThatThrows_throwsThatToTheCaller_andTheNextIsDone(Workers workers) {
        IllegalArgumentException thrown = new IllegalArgumentException("a part");
        for (int failing = 0; failing < PARTS; failing++) {
            int bad = failing;
            assertThatThrownBy(() -> workers.run(PARTS, part -> {
                        if (part == bad) {
                            throw thrown;
                        }
                    }))
                    .isSameAs(thrown);
        }
        AtomicInteger done = new AtomicInteger();
        workers.run(PARTS, part -> done.incrementAndGet());
        assertThat(done).hasValue(PARTS);
        workers.close();
    }

    @Test
    void run_ofAnError_throwsTheError() {
        AssertionError error = new AssertionError("a part");
        try (Workers workers = Workers.of(2)) {
            assertThatThrownBy(() -> workers.run(2, part -> {
                        if (part == 1) {
                            throw error;
                        }
                    }))
                    .isSameAs(error);
        }
    }

    @Test
    void run_bySeveralCallersAtOnce_doesAllParts() throws InterruptedException {
        try (Workers workers = Workers.of(3)) {
            AtomicIntegerArray counts = new AtomicIntegerArray(PARTS);
            List<Thread> callers = new ArrayList<>();
            IntStream.range(0, 4)
                    .forEach(caller -> callers.add(new Thread(() -> {
                        for (int round = 0; round < 500; round++) {
                            workers.run(PARTS, counts::incrementAndGet);
                        }
                    })));
            callers.forEach(Thread::start);
            for (Thread caller : callers) {
                caller.join();
            }
            IntStream.range(0, PARTS)
                    .forEach(part -> assertThat(counts.get(part)).isEqualTo(2_000));
        }
    }

    @Test
    void run_insideAPart_isDoneByThatPart() {
        try (Workers workers = Workers.of(2)) {
            AtomicInteger done = new AtomicInteger();
            workers.run(2, outer -> workers.run(PARTS, inner -> done.incrementAndGet()));
            assertThat(done).hasValue(2 * PARTS);
        }
    }

    @Test
    void run_ofAnInterruptedCaller_isDone_andTheInterruptIsKept() {
        try (Workers workers = Workers.of(2)) {
            AtomicInteger done = new AtomicInteger();
            Thread.currentThread().interrupt();
            for (int round = 0; round < 100; round++) {
                workers.run(PARTS, part -> done.incrementAndGet());
            }
            assertThat(Thread.interrupted()).isTrue();
            assertThat(done).hasValue(100 * PARTS);
        }
    }

    @Test
    void threads_areDaemons_areSharedWithTheCaller_andEndWhenTheyAreClosed() throws InterruptedException {
        Workers workers = Workers.of(2);
        Thread helper = helper(workers);
        assertThat(helper.isDaemon()).isTrue();
        assertThat(helper.getContextClassLoader()).isNull();
        workers.close();
        helper.join(Duration.ofSeconds(30).toMillis());
        assertThat(helper.isAlive()).isFalse();
    }

    @Test
    void threads_thatAreInterrupted_goOn() throws InterruptedException {
        try (Workers workers = Workers.of(2)) {
            Thread helper = helper(workers);
            helper.interrupt();
            assertThat(helper(workers)).isSameAs(helper);
        }
    }

    /** The thread that takes part with the caller: each waits for the other. */
    private static Thread helper(Workers workers) {
        CountDownLatch both = new CountDownLatch(2);
        List<Thread> threads = new ArrayList<>();
        workers.run(2, part -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                // It was asleep.
            }
            if (part == 1) {
                threads.add(Thread.currentThread());
            }
        });
        return threads.get(0);
    }

    @Test
    void close_whileTheyWork_letsThemFinish() {
        Workers workers = Workers.of(2);
        AtomicInteger done = new AtomicInteger();
        workers.run(PARTS, part -> {
            workers.close();
            done.incrementAndGet();
        });
        workers.run(PARTS, part -> done.incrementAndGet());
        assertThat(done).hasValue(2 * PARTS);
        assertThat(workers.threadsFor(Long.MAX_VALUE)).isEqualTo(1);
    }

    @Test
    void threads_areMoreForMoreElements() {
        try (Workers workers = Workers.of(4)) {
            assertThat(workers.threadsFor(100)).isEqualTo(1);
            assertThat(workers.threadsFor(600_000)).isBetween(2, 3);
            assertThat(workers.threadsFor(64_000_000)).isEqualTo(4);
        }
        assertThat(Workers.of(1).threadsFor(1_000_000)).isEqualTo(1);
        assertThat(Workers.none().threadsFor(1_000_000)).isEqualTo(1);
        assertThat(Workers.on(Runnable::run, 4).threadsFor(100_000)).isEqualTo(1);
        assertThat(Workers.on(Runnable::run, 4).threadsFor(500_000)).isEqualTo(2);
        assertThat(Workers.on(Runnable::run, 4).threadsFor(64_000_000)).isEqualTo(4);
    }

    @Test
    void threadsThatSleep_areTriedOneByOne_whereASweepIsNotWorthWakingThem() {
        try (Workers workers = Workers.of(4)) {
            assertThat(workers.threadsFor(50_000)).isEqualTo(2);
            assertThat(workers.threadsFor(10_000)).isEqualTo(1);
        }
    }

    @Test
    void of_noThreads_isRefused() {
        assertThatThrownBy(() -> Workers.of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there can be 1 to 1024 threads, not 0: the caller's is one");
    }
}
