package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ZeroedGradientTest {
    private static final int[] VALUES = {0};
    private static final int[] BOTH = {0, 1};

    @Test
    void zeros_areSetInTheLastSweepOverElements() {
        RuleDescription rule = RuleDescription.builder("Twice")
                .sweep()
                .reduction("sum(g^2)", StateShape.PER_MODEL, ReductionKind.SUM)
                .loop(new int[] {1}, new int[] {2})
                .sweep()
                .loop(BOTH, VALUES)
                .build();

        assertThat(ZeroedGradient.sweep(rule, parameters(true))).isEqualTo(1);
        assertThat(ZeroedGradient.sweep(rule, parameters(false))).isEqualTo(ZeroedGradient.NONE);
    }

    @Test
    void zeros_areSetBehindTheStep_ifAConditionLeavesTheLastSweepOut() {
        RuleDescription rule = RuleDescription.builder("Sometimes")
                .sweep()
                .loop(BOTH, VALUES)
                .when(0)
                .flags(1)
                .build();

        assertThat(ZeroedGradient.sweep(rule, parameters(true))).isEqualTo(ZeroedGradient.NONE);
    }

    @Test
    void step_leavesZerosInTheGradientsOfItsTensors_andNowhereElse() {
        float[] values = {1, 2, 3, 4, 5};
        float[] gradients = {9, 1, 1, 1, 9, 9};
        Parameters parameters = Parameters.builder()
                .tensor("a", values, 0, gradients, 1, 2)
                .tensor("b", values, 2, gradients, 3, 1)
                .zeroGradients()
                .build();

        new Momentum(parameters).step();

        assertThat(gradients).containsExactly(9, 0, 0, 0, 9, 9);
        assertThat(values[0]).isNotEqualTo(1);
    }

    @Test
    void evaluationThatThrows_leavesTheGradientsAsTheyAre() {
        float[] gradient = {1, 2};
        Optimizer momentum = new Momentum(Parameters.builder()
                .tensor("w", new float[2], gradient, 2)
                .zeroGradients()
                .build());
        IllegalArgumentException failure = new IllegalArgumentException("no gradient");

        assertThatThrownBy(() -> momentum.step(number -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(gradient).containsExactly(1, 2);
    }

    @Test
    void preparedStep_readsTheGradientThatCameAfterwards_andLeavesZeros() {
        float[] values = {1};
        float[] gradient = {0};
        Momentum momentum = new Momentum(Parameters.builder()
                .tensor("w", values, gradient, 1)
                .zeroGradients()
                .build());

        momentum.prepare();
        gradient[0] = 1;
        momentum.cancel();
        assertThat(gradient).containsExactly(1);
        momentum.prepare();
        momentum.step();

        assertThat(values[0]).isLessThan(1);
        assertThat(gradient).containsExactly(0);
    }

    @Test
    void threads_leaveZerosInAllParts() {
        float[] gradient = new float[1 << 20];
        Arrays.fill(gradient, 1);
        Momentum momentum = new Momentum(Parameters.builder()
                .tensor("w", new float[gradient.length], gradient, gradient.length)
                .zeroGradients()
                .build());

        try (Workers workers = Workers.of(2)) {
            momentum.workers(workers);
            momentum.step();
        }

        assertThat(gradient).containsOnly(0);
    }

    private static Parameters parameters(boolean zeroes) {
        ParametersBuilder builder = Parameters.builder().tensor("w", new float[3], new float[3], 3);
        return (zeroes ? builder.zeroGradients() : builder).build();
    }
}
