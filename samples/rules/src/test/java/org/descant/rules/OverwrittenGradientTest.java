package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.descant.runtime.Parameters;
import org.descant.runtime.ParametersBuilder;
import org.junit.jupiter.api.Test;

/** LAMB keeps the direction of every element while a step lasts: in the gradient, if that may be overwritten. */
class OverwrittenGradientTest {
    private static final int LENGTH = 10_000;

    @Test
    void stepThatOverwritesTheGradient_hasTheBitsOfOneThatDoesNot() {
        float[] gradient = numbers(1);
        float[] w = numbers(2);
        float[] other = w.clone();
        float[] overwritten = gradient.clone();
        LAMB lamb = new LAMB(parameters(Parameters.builder(), w, gradient));
        LAMB sparing = new LAMB(parameters(Parameters.builder().overwriteGradients(), other, overwritten));

        for (int step = 0; step < 3; step++) {
            System.arraycopy(gradient, 0, overwritten, 0, LENGTH);
            lamb.step();
            sparing.step();
        }

        assertThat(other).isEqualTo(w);
        assertThat(gradient).isEqualTo(numbers(1));
        assertThat(Arrays.equals(overwritten, gradient)).isFalse();
    }

    private static Parameters parameters(ParametersBuilder builder, float[] w, float[] gradient) {
        return builder.tensor("w", w, gradient, 100, 100).build();
    }

    private static float[] numbers(long seed) {
        Random random = new Random(seed);
        float[] numbers = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
