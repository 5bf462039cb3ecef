package org.descant.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final Digits DIGITS = Digits.load();

    @Test
    void run_withAnOptimizer_learns() {
        Perceptron network = Perceptron.forDigits(1);
        HandWrittenSgd sgd = new HandWrittenSgd(network.parameters());

        List<Epoch> epochs = new Training(DIGITS, network, 1).run(sgd, 20, epoch -> {});

        assertThat(epochs).hasSize(20).isSortedAccordingTo((a, b) -> a.number() - b.number());
        assertThat(epochs.get(19).loss()).isLessThan(0.1);
        assertThat(epochs.get(19).testAccuracy()).isGreaterThan(0.95);
        assertThat(sgd.t()).isEqualTo(20 * 90);
    }

    @Test
    void run_withAdam_passes95PercentWell() {
        Perceptron network = Perceptron.forDigits(1);

        List<Epoch> epochs = new Training(DIGITS, network, 1).run(new PlainAdam(network, 1e-3f), 30, epoch -> {});

        assertThat(epochs.get(29).testAccuracy()).isGreaterThan(0.965);
    }

    @Test
    void run_twice_givesTheSameBits() {
        Perceptron first = trained(5);
        Perceptron second = trained(5);

        assertThat(first.values()).isEqualTo(second.values());
        assertThat(first.values()).isNotEqualTo(trained(6).values());
    }

    @Test
    void run_anything_tellsTheListener() {
        Perceptron network = new Perceptron(1, 64, 10);
        List<String> heard = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void stepped(int epoch, int step, int steps, double loss) {
                if (step == steps) {
                    heard.add("step " + step + " of " + steps + " in epoch " + epoch);
                }
            }

            @Override
            public void finished(Epoch epoch) {
                heard.add("epoch " + epoch.number() + " after " + epoch.steps());
            }
        };

        new Training(DIGITS, network, 1).run(() -> {}, 2, listener);

        assertThat(heard)
                .containsExactly(
                        "step 90 of 90 in epoch 1", "epoch 1 after 90", "step 90 of 90 in epoch 2", "epoch 2 after 90");
    }

    @Test
    void run_withoutAStep_leavesTheNetworkAsItWas() {
        Perceptron network = new Perceptron(1, 64, 10);
        float[] before = network.values();

        new Training(DIGITS, network, 1).run(() -> {}, 1, epoch -> {});

        assertThat(network.values()).isEqualTo(before);
    }

    @Test
    void run_withAnotherNetworksOptimizer_isRefused() {
        HandWrittenSgd sgd = new HandWrittenSgd(new Perceptron(1, 64, 10).parameters());
        Training training = new Training(DIGITS, new Perceptron(1, 64, 10), 1);

        assertThatThrownBy(() -> training.run(sgd, 1, epoch -> {}))
                .hasMessage("SGD moves other parameters than those of the network");
    }

    private static Perceptron trained(long seed) {
        Perceptron network = new Perceptron(1, 64, 16, 10);
        new Training(DIGITS, network, seed).run(new HandWrittenSgd(network.parameters()), 2, epoch -> {});
        return network;
    }
}
