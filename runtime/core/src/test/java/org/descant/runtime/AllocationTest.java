package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final int ROUNDS = 10;
    private static final int STEPS = 200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private int[] kept = {};

    @Test
    void step_afterWarmUp_allocatesNothing() {
        float[] arena = new float[20_000];
        float[] gradient = Numbers.floats(3, 20_000);
        Adam adam = new Adam(Parameters.builder()
                .tensor("flat", arena, 0, gradient, 0, 10_000)
                .group("shifted")
                .tensor("shifted", arena, 10_000, gradient, 5_000, 10_000)
                .group("own")
                .tensor("own", new float[5], new float[5], 5)
                .build());
        adam.schedule("lr", completed -> 0.1 / (1 + completed));
        adam.group("own").set("beta1", 0.5);
        long[] allocated = allocatedByRounds(adam::step);
        assertThat(LongStream.of(allocated).filter(bytes -> bytes == 0).count())
                .as("rounds free of allocation, of %s", Arrays.toString(allocated))
                .isGreaterThan(ROUNDS / 2);
    }

    @Test
    void step_ofStatesThatTakeTurns_allocatesNothing() {
        Delayed delayed = new Delayed(Parameters.builder()
                .tensor("w", new float[600], Numbers.floats(3, 600), 30, 20)
                .build());
        long[] allocated = allocatedByRounds(delayed::step);
        assertThat(LongStream.of(allocated).filter(bytes -> bytes == 0).count())
                .as("rounds free of allocation, of %s", Arrays.toString(allocated))
                .isGreaterThan(ROUNDS / 2);
    }

    @Test
    void step_whoseRowsAVectorFormAddsUp_allocatesNothing() {
        Optimizer summed = new VectorRowsTest.Summed(Parameters.builder()
                .tensor("w", new float[7_000], Numbers.floats(3, 7_000), 70, 100)
                .build());
        String before = System.getProperty(VectorLoops.PROPERTY, "auto");
        System.setProperty(VectorLoops.PROPERTY, "on");
        try {
            summed.step();
        } finally {
            System.setProperty(VectorLoops.PROPERTY, before);
        }
        int calls = VectorRowsTest.SummedVectors.CALLS.get();
        long[] allocated = allocatedByRounds(summed::step);
        assertThat(VectorRowsTest.SummedVectors.CALLS).hasValueGreaterThan(calls);
        assertThat(LongStream.of(allocated).filter(bytes -> bytes == 0).count())
                .as("rounds free of allocation, of %s", Arrays.toString(allocated))
                .isGreaterThan(ROUNDS / 2);
    }

    @Test
    void meter_smallArrays_areSeen() {
        long[] allocated = allocatedByRounds(() -> kept = new int[kept.length + 1]);
        assertThat(LongStream.of(allocated).min().orElseThrow()).isGreaterThan(16L * STEPS);
    }

    /** The JVM itself allocates a few bytes while it replaces interpreted by compiled code; most rounds are free of it. */
    private long[] allocatedByRounds(Runnable step) {
        long self = Thread.currentThread().getId();
        long[] allocated = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getThreadAllocatedBytes(self);
            for (int i = 0; i < STEPS; i++) {
                step.run();
            }
            allocated[round] = threads.getThreadAllocatedBytes(self) - before;
        }
        return allocated;
    }
}
