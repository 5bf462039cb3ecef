package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that threads share have the bits of steps that one makes alone. */
@Timeout(120)
class CrewTest {
    private static final int[] LENGTHS = {
        0, 5, 4096, 1, 40_000, 4097, 0, 100, 20_000, 7, 8191, 300_000, 3, 4095, 12_289, 0
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void step_ofElements_hasTheSameBits(int threads) {
        assertSame(threads, Adam::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void step_thatReduces_hasTheSameBits(int threads) {
        assertSame(threads, Trusted::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void step_thatPassesOverOneTensorAfterTheOther_hasTheSameBits(int threads) {
        assertSame(threads, Normed::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void step_ofStatesThatTakeTurns_hasTheSameBits(int threads) {
        assertSame(threads, Delayed::new);
    }

    private static void assertSame(int threads, Function<Parameters, Optimizer> rule) {
        for (Layout layout : Layout.values()) {
            try (Eager workers = Eager.of(threads)) {
                Model alone = new Model(layout);
                Model shared = new Model(layout);
                Optimizer one = rule.apply(alone.parameters);
                Optimizer many = rule.apply(shared.parameters);
                many.workers(workers);
                for (int step = 0; step < 3; step++) {
                    one.step();
                    many.step();
                    assertThat(shared.values).isDeepEqualTo(alone.values);
                }
                Set<String> tensors = one.snapshot().tensors();
                for (String tensor : tensors) {
                    for (String slot : one.snapshot().elementSlots(tensor)) {
                        assertThat(many.state(tensor, slot)).isEqualTo(one.state(tensor, slot));
                    }
                    for (String slot : one.snapshot().numberSlots(tensor)) {
                        assertThat(many.state(tensor, slot)).isEqualTo(one.state(tensor, slot));
                    }
                }
                assertThat(workers.runs.get() > 0).isEqualTo(threads > 1);
            }
        }
    }

    /** Where tensors lie. */
    private enum Layout {
        ARRAYS_OF_THEIR_OWN,
        ONE_ARRAY,
        ONE_ARRAY_WITH_GRADIENTS_ELSEWHERE
    }

    private static final class Model {
        private final float[][] values;
        private final Parameters parameters;

        Model(Layout layout) {
            int all = IntStream.of(LENGTHS).sum();
            boolean own = layout == Layout.ARRAYS_OF_THEIR_OWN;
            int shift = layout == Layout.ONE_ARRAY_WITH_GRADIENTS_ELSEWHERE ? 3 : 0;
            values = own
                    ? IntStream.of(LENGTHS)
                            .mapToObj(length -> Numbers.floats(length, length))
                            .toArray(float[][]::new)
                    : new float[][] {Numbers.floats(1, all)};
            float[] gradients = uneven(2, all + shift);
            ParametersBuilder builder = Parameters.builder();
            int from = 0;
            for (int k = 0; k < LENGTHS.length; k++) {
                builder.group(k % 5 < 3 ? "first" : "second");
                int length = LENGTHS[k];
                if (own) {
                    builder.tensor("t" + k, values[k], uneven(-k, length), length);
                } else {
                    builder.tensor("t" + k, values[0], from, gradients, from + shift, length);
                }
                from += length;
            }
            parameters = builder.build();
        }

        /** Numbers of forty magnitudes, so that the order in which their squares are added shows. */
        private static float[] uneven(long seed, int length) {
            float[] numbers = Numbers.floats(seed, length);
            for (int i = 0; i < length; i++) {
                numbers[i] = Math.scalb(numbers[i], i * 7919 % 40 - 20);
            }
            return numbers;
        }
    }

    @Test
    void workersThatComeAndGo_leaveTheBitsAsTheyAre() {
        Model alone = new Model(Layout.ARRAYS_OF_THEIR_OWN);
        Model shared = new Model(Layout.ARRAYS_OF_THEIR_OWN);
        Normed one = new Normed(alone.parameters);
        Normed many = new Normed(shared.parameters);
        for (int threads : new int[] {2, 1, 5, 3}) {
            try (Eager workers = Eager.of(threads)) {
                many.workers(workers);
                many.step();
            }
            many.step();
            one.step();
            one.step();
        }
        many.workers(Workers.none());
        many.step();
        one.step();
        assertThat(shared.values).isDeepEqualTo(alone.values);
    }

    @Test
    void optimizersThatShareWorkersAtOnce_haveTheSameBits() throws InterruptedException {
        Model expected = new Model(Layout.ARRAYS_OF_THEIR_OWN);
        Normed one = new Normed(expected.parameters);
        IntStream.range(0, 20).forEach(step -> one.step());
        List<Model> models = Stream.generate(() -> new Model(Layout.ARRAYS_OF_THEIR_OWN))
                .limit(3)
                .toList();
        List<Thread> trainers = new ArrayList<>();
        try (Eager workers = Eager.of(3)) {
            for (Model model : models) {
                Normed each = new Normed(model.parameters);
                each.workers(workers);
                trainers.add(new Thread(() -> IntStream.range(0, 20).forEach(step -> each.step())));
            }
            trainers.forEach(Thread::start);
            for (Thread trainer : trainers) {
                trainer.join();
            }
        }
        assertThat(models).allSatisfy(model -> assertThat(model.values).isDeepEqualTo(expected.values));
    }

    @Test
    void step_whoseLoopThrowsInAnyThread_saysWhatWasTouched() {
        for (int failing = 0; failing < 100_000; failing += 33_333) {
            try (Eager workers = Eager.of(3)) {
                Breaking breaking = new Breaking(failing, 100_000);
                breaking.workers(workers);
                assertThatThrownBy(breaking::step)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage(
                                "Breaking: step 1 broke off in a loop; values and states per element are partly written, all"
                                        + " else is as before: restore both before going on")
                        .hasRootCauseMessage("broken at " + failing);
                breaking.at = -1;
                breaking.step();
                assertThat(breaking.t()).isEqualTo(1);
            }
        }
    }

    /** Breaks in the block that an element is in. */
    private static final class Breaking extends Optimizer {
        private volatile int at;

        Breaking(int at, int length) {
            super(
                    RuleDescription.builder("Breaking")
                            .sweep()
                            .loop(new int[] {0}, new int[] {0})
                            .build(),
                    Parameters.builder()
                            .tensor("w", new float[length], new float[length], length)
                            .build());
            this.at = at;
        }

        @Override
        protected void prologue(Step step) {}

        @Override
        protected void loop(int sweep, int loop, Block block) {
            if (block.from() <= at && at < block.to()) {
                throw new UnsupportedOperationException("broken at " + at);
            }
        }
    }

    @Test
    void workers_betweenTheHalvesOfAStep_areRefused() {
        Adam adam = new Adam(
                Parameters.builder().tensor("w", new float[3], new float[3], 3).build());
        adam.prepare();
        assertThatThrownBy(() -> adam.workers(Workers.none()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Adam: no workers can be taken between prepare() and step(): call step() or cancel() first");
    }

    @Test
    void step_withWorkers_allocatesNothing() {
        ThreadMXBean meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Eager workers = Eager.of(2)) {
            Normed normed = new Normed(new Model(Layout.ARRAYS_OF_THEIR_OWN).parameters);
            normed.workers(workers);
            normed.step();
            long[] ids = Stream.concat(
                            Stream.of(Thread.currentThread()),
                            Thread.getAllStackTraces().keySet().stream()
                                    .filter(thread -> thread.getName().startsWith("descant-worker-")))
                    .mapToLong(Thread::getId)
                    .toArray();
            assertThat(ids).hasSizeGreaterThan(1);
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 10; round++) {
                long[] before = meter.getThreadAllocatedBytes(ids);
                for (int step = 0; step < 100; step++) {
                    normed.step();
                }
                long[] after = meter.getThreadAllocatedBytes(ids);
                least = Math.min(
                        least,
                        IntStream.range(0, ids.length)
                                .mapToLong(k -> after[k] - before[k])
                                .sum());
            }
            // The meter's own answer: two arrays of a number for each thread.
            assertThat(least).isLessThan(1_000);
        }
    }
}
