package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic reaches every element once, wherever it lies. */
class StepTest {
    private static final int STEPS = 5;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 1023, 4095, 4096, 4097, 10_000})
    void momentum_anyLength_matchesPlainLoop(int length) {
        float[] w = Numbers.floats(1, length);
        float[] g = new float[length];
        Momentum momentum =
                new Momentum(Parameters.builder().tensor("w", w, g, length).build());
        float[] expected = w.clone();
        float[] m = new float[length];
        for (int t = 1; t <= STEPS; t++) {
            Numbers.fill(t, g);
            momentum.step();
            for (int i = 0; i < length; i++) {
                m[i] = 0.9f * m[i] + g[i];
                expected[i] = expected[i] - 0.1f * m[i];
            }
        }
        assertThat(w).isEqualTo(expected);
        assertThat(momentum.t()).isEqualTo(STEPS);
        assertThat(momentum.state("w", "m")).isEqualTo(Buffers.widened(m));
        assertThat(momentum.output("w", "velocity")).isEqualTo(Buffers.widened(m));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 100, 4097, 10_000})
    void adam_anyLengthOfDoubles_matchesPlainArithmetic(int length) {
        double[] w = Numbers.doubles(1, length);
        double[] g = new double[length];
        Adam adam = new Adam(Parameters.builder().tensor("w", w, g, length).build());
        double[] expected = w.clone();
        double[] m = new double[length];
        double[] v = new double[length];
        double[] average = w.clone();
        double p1 = 1;
        double p2 = 1;
        for (int t = 1; t <= STEPS; t++) {
            System.arraycopy(Numbers.doubles(t, length), 0, g, 0, length);
            adam.step();
            p1 *= 0.9;
            p2 *= 0.999;
            for (int i = 0; i < length; i++) {
                m[i] = 0.9 * m[i] + (1 - 0.9) * g[i];
                v[i] = 0.999 * v[i] + (1 - 0.999) * (g[i] * g[i]);
                expected[i] -= 1e-3 / (1 - p1) * m[i] / (Math.sqrt(v[i]) / Math.sqrt(1 - p2) + 1e-8);
                average[i] = t % 2 == 0 ? 0.5 * average[i] + 0.5 * expected[i] : average[i];
            }
        }
        assertThat(w).isEqualTo(expected);
        assertThat(adam.state("w", "average")).isEqualTo(average);
        assertThat(adam.state("w", "p1")).containsExactly(p1);
        assertThat(adam.state("count")).isEqualTo(STEPS);
    }

    /** Tensors of awkward lengths in one arena: at equal offsets, in arrays of their own, and at unequal offsets. */
    @Test
    void adam_anyLayout_givesTheSameBits() {
        int[] lengths = {0, 1, 3, 4097, 7, 64, 0, 1023, 2};
        int total = Arrays.stream(lengths).sum();
        float[] values = Numbers.floats(1, total);

        float[] flat = values.clone();
        float[] flatGradient = new float[total];
        float[] behind = new float[total + 5];
        System.arraycopy(values, 0, behind, 5, total);
        float[] early = new float[total];
        float[][] own = new float[lengths.length][];
        float[][] ownGradient = new float[lengths.length][];
        ParametersBuilder flatModel = Parameters.builder();
        ParametersBuilder behindModel = Parameters.builder();
        ParametersBuilder ownModel = Parameters.builder();
        int offset = 0;
        for (int k = 0; k < lengths.length; k++) {
            own[k] = Arrays.copyOfRange(values, offset, offset + lengths[k]);
            ownGradient[k] = new float[lengths[k]];
            flatModel.tensor("t" + k, flat, offset, flatGradient, offset, lengths[k]);
            behindModel.tensor("t" + k, behind, offset + 5, early, offset, lengths[k]);
            ownModel.tensor("t" + k, own[k], ownGradient[k], lengths[k]);
            offset += lengths[k];
        }
        Adam flatAdam = new Adam(flatModel.build());
        Adam behindAdam = new Adam(behindModel.build());
        Adam ownAdam = new Adam(ownModel.build());
        for (int t = 1; t <= STEPS; t++) {
            Numbers.fill(t, flatGradient);
            System.arraycopy(flatGradient, 0, early, 0, total);
            for (int k = 0, at = 0; k < lengths.length; at += lengths[k], k++) {
                System.arraycopy(flatGradient, at, ownGradient[k], 0, lengths[k]);
            }
            flatAdam.step();
            behindAdam.step();
            ownAdam.step();
        }

        float[] joined = new float[total];
        for (int k = 0, at = 0; k < lengths.length; at += lengths[k], k++) {
            System.arraycopy(own[k], 0, joined, at, lengths[k]);
        }
        assertThat(flat).isNotEqualTo(values);
        assertThat(joined).isEqualTo(flat);
        assertThat(Arrays.copyOfRange(behind, 5, total + 5)).isEqualTo(flat);
        assertThat(Arrays.copyOf(behind, 5)).containsOnly(0f);
        for (int k = 0; k < lengths.length; k++) {
            for (String slot : new String[] {"m", "v", "average"}) {
                assertThat(behindAdam.state("t" + k, slot)).isEqualTo(flatAdam.state("t" + k, slot));
                assertThat(ownAdam.state("t" + k, slot)).isEqualTo(flatAdam.state("t" + k, slot));
            }
        }
    }

    @Test
    void step_tensorsInOneArray_leavesTheElementsBetweenAlone() {
        float[] w = {1, 2, 3, 4, 5, 6};
        float[] g = {1, 1, 1, 1, 1, 1};
        Momentum momentum = new Momentum(Parameters.builder()
                .tensor("last", w, 4, g, 4, 1)
                .tensor("first", w, 1, g, 1, 2)
                .build());
        momentum.lr(1).step();
        assertThat(w).containsExactly(1, 1, 2, 4, 4, 6);
        assertThat(g).containsOnly(1f);
    }

    @Test
    void step_adjacentValuesWithGradientsElsewhere_findsEachGradient() {
        float[] w = {0, 0, 0, 0, 0, 0};
        float[] g = {30, 10, 20};
        float[] other = {0, 0, 0, 40, 50};
        Momentum momentum = new Momentum(Parameters.builder()
                .tensor("a", w, 0, g, 1, 1)
                .tensor("b", w, 1, g, 0, 1)
                .tensor("c", w, 2, g, 2, 1)
                .tensor("d", w, 3, other, 3, 1)
                .tensor("e", w, 5, other, 4, 1)
                .build());
        momentum.lr(1).step();
        assertThat(w).containsExactly(-10, -30, -20, -40, 0, -50);
    }

    @Test
    void step_singleNumber_isATensorOfRankZero() {
        double[] w = {2};
        double[] g = {0.5};
        new Momentum(Parameters.builder().tensor("scale", w, g).build()).lr(1).step();
        assertThat(w).containsExactly(1.5);
    }

    @Test
    void step_sharedGradient_servesBothTensors() {
        double[] a = {2};
        double[] b = {4};
        double[] g = {1};
        new Momentum(Parameters.builder().tensor("a", a, g).tensor("b", b, g).build())
                .lr(1)
                .step();
        assertThat(a).containsExactly(1);
        assertThat(b).containsExactly(3);
    }

    @Test
    void step_adjacentTensorsOfOneGroup_areDrivenAsOne() {
        double[] w = new double[30];
        double[] g = new double[30];
        ParametersBuilder model = Parameters.builder();
        IntStream.range(0, 3).forEach(k -> model.tensor("t" + k, w, 10 * k, g, 10 * k, 10));
        Order order = new Order(model.build());
        order.step();
        assertThat(order.calls).hasToString("0.0[0,30) 0.1[0,30) 1.0[0,30) ");
    }

    @Test
    void step_loopThrows_saysWhatWasTouched() {
        Order order = new Order(Parameters.builder()
                .tensor("w", new double[1], new double[1], 1)
                .build());
        order.step();
        order.failing = true;
        assertThatThrownBy(order::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Order: step 2 broke off in a loop; values and states per element are partly written, all"
                        + " else is as before: restore both before going on")
                .hasCause(new ArithmeticException("broken"));
        assertThat(order.t()).isEqualTo(1);
    }

    /** Two sweeps, the first with two loops, that write down when they are called. */
    private static final class Order extends Optimizer {
        private static final RuleDescription DESCRIPTION = RuleDescription.builder("Order")
                .sweep()
                .loop(new int[] {0}, new int[] {0})
                .loop(new int[] {0}, new int[] {0})
                .sweep()
                .loop(new int[] {0}, new int[] {0})
                .build();

        private final StringBuilder calls = new StringBuilder();
        private boolean failing;

        Order(Parameters parameters) {
            super(DESCRIPTION, parameters);
        }

        @Override
        protected void prologue(Step step) {
            calls.setLength(0);
        }

        @Override
        protected void loop(int sweep, int loop, Block block) {
            if (failing) {
                throw new ArithmeticException("broken");
            }
            calls.append(sweep).append('.').append(loop);
            calls.append('[')
                    .append(block.from())
                    .append(',')
                    .append(block.to())
                    .append(") ");
        }
    }
}
