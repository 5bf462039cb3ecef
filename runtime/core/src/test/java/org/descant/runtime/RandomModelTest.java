package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However tensors are laid out and grouped, each goes the way that it would go alone. */
class RandomModelTest {
    private static final int[] LENGTHS = {0, 0, 1, 2, 3, 8, 17, 100, 1000, 4095, 4096, 4097, 9000};
    private static final String[] GROUPS = {"default", "bias", "norm"};
    private static final double[] BETAS = {0.9, 0.5, 0.0};

    /** One tensor of a model, and the same tensor in arrays of its own. */
    private static final class Twin {
        private final String name;
        private final float[] values;
        private final int offset;
        private final float[] gradients;
        private final int gradientOffset;
        private final float[] aloneValue;
        private final float[] aloneGradient;
        private final Adam alone;

        Twin(String name, float[] values, int offset, float[] gradients, int gradientOffset, int length) {
            this.name = name;
            this.values = values;
            this.offset = offset;
            this.gradients = gradients;
            this.gradientOffset = gradientOffset;
            aloneValue = Arrays.copyOfRange(values, offset, offset + length);
            aloneGradient = new float[length];
            alone = new Adam(Parameters.builder()
                    .tensor("w", aloneValue, aloneGradient, length)
                    .build());
        }

        void newGradient(long seed) {
            Numbers.fill(seed, aloneGradient);
            System.arraycopy(aloneGradient, 0, gradients, gradientOffset, aloneGradient.length);
        }

        float[] value() {
            return Arrays.copyOfRange(values, offset, offset + aloneValue.length);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void step_everyTensor_isAsIfItWereAlone(long seed) {
        Random random = new Random(seed);
        ParametersBuilder model = Parameters.builder();
        List<Twin> twins = new ArrayList<>();
        int arenas = 1 + random.nextInt(3);
        for (int arena = 0; arena < arenas; arena++) {
            add(random, model, twins);
        }
        Adam adam = new Adam(model.build());
        for (int k = 0; k < GROUPS.length; k++) {
            if (adam.parameters().groups().contains(GROUPS[k])) {
                adam.group(GROUPS[k]).set("beta1", BETAS[k]);
            }
        }
        for (int t = 0; t < 3; t++) {
            for (Twin twin : twins) {
                twin.newGradient(random.nextLong());
                twin.alone.step();
            }
            adam.step();
        }
        for (Twin twin : twins) {
            assertThat(twin.value()).as(twin.name).isEqualTo(twin.aloneValue);
            for (String slot : new String[] {"m", "v", "average", "p1"}) {
                assertThat(adam.state(twin.name, slot)).as(twin.name).isEqualTo(twin.alone.state("w", slot));
            }
        }
    }

    /** Slices of one array, with or without gaps, in any order, whose gradients lie at the same offsets or elsewhere. */
    private static void add(Random random, ParametersBuilder model, List<Twin> twins) {
        int count = 1 + random.nextInt(6);
        int shift = random.nextBoolean() ? 0 : 1 + random.nextInt(5);
        int[] lengths = new int[count];
        int[] offsets = new int[count];
        int end = random.nextInt(4);
        for (int k = 0; k < count; k++) {
            lengths[k] = LENGTHS[random.nextInt(LENGTHS.length)];
            offsets[k] = end;
            end += lengths[k] + (random.nextBoolean() ? 0 : random.nextInt(3));
        }
        float[] values = Numbers.floats(random.nextLong(), end);
        float[] gradients = new float[end + shift];
        boolean backwards = random.nextBoolean();
        for (int step = 0; step < count; step++) {
            int k = backwards ? count - 1 - step : step;
            int group = random.nextInt(GROUPS.length);
            Twin twin = new Twin("t" + twins.size(), values, offsets[k], gradients, offsets[k] + shift, lengths[k]);
            twin.alone.set("beta1", BETAS[group]);
            model.group(GROUPS[group]).tensor(twin.name, values, offsets[k], gradients, offsets[k] + shift, lengths[k]);
            twins.add(twin);
        }
    }
}
