package org.descant.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PerceptronTest {
    private static final float SHIFT = 0x1p-7f;
    private static final Samples SAMPLES = new Samples(new float[] {0.5f, 1, 0, 0.25f, 0.75f, 1}, new int[] {2, 0});

    @Test
    void parameters_ofTwoLayers_areFourTensors() {
        Perceptron network = new Perceptron(1, 64, 32, 10);

        assertThat(network.parameters().names())
                .containsExactly("layer1.weight", "layer1.bias", "layer2.weight", "layer2.bias");
        assertThat(network.parameters().shape("layer1.weight")).containsExactly(32, 64);
        assertThat(network.size()).isEqualTo(64 * 32 + 32 + 32 * 10 + 10);
    }

    @Test
    void widths_none_areRefused() {
        assertThatThrownBy(() -> new Perceptron(1, 64)).hasMessage("no network has the widths [64]");
        assertThatThrownBy(() -> new Perceptron(1, 64, 0, 10)).hasMessage("no network has the widths [64, 0, 10]");
    }

    @Test
    void loss_ofEqualOutputs_isThatOfGuessing() {
        Perceptron network = new Perceptron(3, 3, 5, 4);
        for (int i = 0; i < network.size(); i++) {
            network.setValue(i, 0);
        }
        assertThat(network.loss(SAMPLES)).isCloseTo(Math.log(4), within(1e-12));
    }

    @Test
    void gradients_ofEveryValue_areThoseOfFiniteDifferences() {
        Perceptron network = new Perceptron(3, 3, 6, 5, 4);
        double loss = network.learn(SAMPLES, new int[] {0, 1}, 0, 2);
        float[] gradients = network.gradients();
        float[] values = network.values();

        assertThat(loss).isEqualTo(network.loss(SAMPLES));
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            network.setValue(i, values[i] + SHIFT);
            double above = network.loss(SAMPLES);
            network.setValue(i, values[i] - SHIFT);
            double below = network.loss(SAMPLES);
            network.setValue(i, values[i]);
            double difference = (above - below) / (2 * SHIFT);
            assertThat((double) gradients[i]).as("gradient %d", i).isCloseTo(difference, within(2e-4));
            largest = Math.max(largest, Math.abs(difference));
        }
        assertThat(largest).isGreaterThan(0.1);
    }

    @Test
    void learn_ofABatch_seesOnlyItsSamples() {
        Perceptron network = new Perceptron(3, 3, 6, 4);
        network.learn(SAMPLES, new int[] {0, 1, 0}, 1, 2);
        float[] ofOne = network.gradients();
        network.learn(SAMPLES, new int[] {1}, 0, 1);

        assertThat(network.gradients()).isEqualTo(ofOne);
    }

    @Test
    void values_ofOneSeed_areTheSame() {
        assertThat(new Perceptron(7, 64, 64, 10).values()).isEqualTo(new Perceptron(7, 64, 64, 10).values());
        assertThat(new Perceptron(7, 64, 64, 10).values()).isNotEqualTo(new Perceptron(8, 64, 64, 10).values());
    }
}
