package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.descant.compiler.CompiledRule;
import org.descant.compiler.Descant;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.ParametersBuilder;
import org.descant.runtime.Workers;
import org.junit.jupiter.api.Test;

/** A value that one loop hands to the next, in an array that all tensors share. */
class SpilledValuesTest {
    private static final CompiledRule RULE = Descant.compile("""
            optimizer Entangled(w, g) {
              hyper lr = 1e-3 in [0, inf)
              state m = 0
              state a = 1
              state b = 1
              p    = a[t-1] / 3
              q    = b[t-1] / 5
              m[t] = (m[t-1] * q + g * p) / (p + q)
              s    = m[t]^2 + p * q / (p + q)
              a[t] = 0.9 * a[t-1] + 0.1 * (0.01 + s - 2 * m[t] * m[t-1] + m[t-1]^2)
              b[t] = 0.8 * b[t-1] + 0.2 * (0.01 + s - 2 * g * m[t] + g^2)
              w[t] = w[t-1] - lr * m[t] / (sqrt(s) + 1e-8)
            }
            """);

    private static final int[] LENGTHS = {5, 20_000, 1, 9_000};
    private static final int STEPS = 3;
    private static final int SHIFT = 3;

    @Test
    void step_isTheSame_howeverTensorsLie() {
        assertThat(RULE.description().carried()).isEqualTo(1);
        float[] expected = apart(UnaryOperator.identity(), 1);

        assertThat(apart(UnaryOperator.identity(), 3)).isEqualTo(expected);
        assertThat(apart(ParametersBuilder::overwriteGradients, 1)).isEqualTo(expected);
        assertThat(apart(ParametersBuilder::overwriteGradients, 3)).isEqualTo(expected);
        assertThat(apart(ParametersBuilder::zeroGradients, 2)).isEqualTo(expected);
        assertThat(inOneArray(0, 1)).isEqualTo(expected);
        assertThat(inOneArray(SHIFT, 2)).isEqualTo(expected);
    }

    /** The values of all tensors, each in an array of its own. */
    private static float[] apart(UnaryOperator<ParametersBuilder> wanted, int threads) {
        float[][] values = new float[LENGTHS.length][];
        float[][] gradients = new float[LENGTHS.length][];
        ParametersBuilder parameters = wanted.apply(Parameters.builder());
        for (int i = 0; i < LENGTHS.length; i++) {
            values[i] = new float[LENGTHS[i]];
            gradients[i] = new float[LENGTHS[i]];
            parameters.tensor("w" + i, values[i], gradients[i], LENGTHS[i]);
        }
        run(parameters.build(), threads, step -> {
            for (int i = 0; i < LENGTHS.length; i++) {
                System.arraycopy(gradient(step, i), 0, gradients[i], 0, LENGTHS[i]);
            }
        });
        float[] all = new float[total()];
        int at = 0;
        for (float[] value : values) {
            System.arraycopy(value, 0, all, at, value.length);
            at += value.length;
        }
        return all;
    }

    /** The values of all tensors, which are one array, beside gradients that lie so much further. */
    private static float[] inOneArray(int shift, int threads) {
        float[] values = new float[total()];
        float[] gradients = new float[total() + shift];
        ParametersBuilder parameters = Parameters.builder();
        int at = 0;
        for (int i = 0; i < LENGTHS.length; i++) {
            parameters.tensor("w" + i, values, at, gradients, at + shift, LENGTHS[i]);
            at += LENGTHS[i];
        }
        run(parameters.build(), threads, step -> {
            int to = shift;
            for (int i = 0; i < LENGTHS.length; i++) {
                System.arraycopy(gradient(step, i), 0, gradients, to, LENGTHS[i]);
                to += LENGTHS[i];
            }
        });
        return values;
    }

    private interface Gradients {
        void put(int step);
    }

    private static void run(Parameters parameters, int threads, Gradients gradients) {
        try (Workers workers = Workers.of(threads)) {
            Optimizer optimizer = RULE.create(parameters);
            optimizer.workers(workers);
            for (int step = 0; step < STEPS; step++) {
                gradients.put(step);
                optimizer.step();
            }
        }
    }

    private static float[] gradient(int step, int tensor) {
        SplittableRandom random = new SplittableRandom(10L * step + tensor);
        float[] gradient = new float[LENGTHS[tensor]];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) random.nextDouble(-1, 1);
        }
        return gradient;
    }

    private static int total() {
        int total = 0;
        for (int length : LENGTHS) {
            total += length;
        }
        return total;
    }
}
