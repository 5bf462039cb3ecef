package org.descant.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.descant.digits.Epoch;
import org.descant.runtime.Optimizer;

/**
 * What the training with one rule came to.
 *
 * @param optimizer as it was after the last pass
 * @param epochs the passes, at least one
 * @param compileNanos from the rule's text to a class that can be used
 */
record Trained(Optimizer optimizer, List<Epoch> epochs, long compileNanos) {
    /** The rule's name. */
    String name() {
        return optimizer.description().name();
    }

    Epoch last() {
        return epochs.get(epochs.size() - 1);
    }

    double bestAccuracy() {
        return epochs.stream().mapToDouble(Epoch::testAccuracy).max().orElseThrow();
    }

    /** The first pass whose loss is no number any more. */
    OptionalInt divergedIn() {
        return epochs.stream()
                .filter(epoch -> !Double.isFinite(epoch.loss()))
                .mapToInt(Epoch::number)
                .findFirst();
    }

    /** The time of a step for each parameter: the median over the second half of the passes, when the JIT compiler is done. */
    double nanosPerParameter() {
        int parameters = Math.toIntExact(optimizer.parameters().length());
        double[] times = epochs.subList(epochs.size() / 2, epochs.size()).stream()
                .mapToDouble(epoch -> epoch.nanosPerParameter(parameters))
                .sorted()
                .toArray();
        return times[times.length / 2];
    }

    /** The learning rate, where the rule has one. */
    OptionalDouble learningRate() {
        return optimizer.description().hypers().stream()
                .filter(hyper -> hyper.name().equals("lr"))
                .mapToDouble(hyper -> optimizer.get(hyper.name()))
                .findFirst();
    }

    String compileTime() {
        return String.format(Locale.ROOT, "%,d ms", compileNanos / 1_000_000);
    }
}
