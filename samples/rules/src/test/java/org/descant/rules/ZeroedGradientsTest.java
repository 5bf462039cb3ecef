package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Zeros after a step of rules that set them in a pass of theirs, and of rules that set them when the step is over. */
class ZeroedGradientsTest {
    static Stream<Function<Parameters, Optimizer>> rules() {
        return Stream.of(AdamW::new, TrainingStep::new, LAMB::new, Adafactor::new, ApplyEverySGD::new);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void step_hasTheSameBits_andLeavesZeros(Function<Parameters, Optimizer> rule) {
        float[] w = numbers();
        float[] other = w.clone();
        float[] gradient = numbers();
        float[] zeroed = gradient.clone();
        Optimizer plain =
                rule.apply(Parameters.builder().tensor("w", w, gradient, 70, 90).build());
        Optimizer zeroing = rule.apply(Parameters.builder()
                .tensor("w", other, zeroed, 70, 90)
                .zeroGradients()
                .build());

        for (int step = 0; step < 3; step++) {
            System.arraycopy(gradient, 0, zeroed, 0, zeroed.length);
            plain.step();
            zeroing.step();
            assertThat(zeroed).containsOnly(0);
        }

        assertThat(other).isEqualTo(w);
        assertThat(Arrays.equals(w, numbers())).isFalse();
    }

    private static float[] numbers() {
        float[] numbers = new float[70 * 90];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) Math.sin(i);
        }
        return numbers;
    }
}
