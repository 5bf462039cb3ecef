package org.descant.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.descant.runtime.Optimizer;

/**
 * The training of a perceptron on the digits: passes over the training samples in mini-batches, in an order that is
 * shuffled anew for each pass. The same seed, network and rule give the same bits.
 *
 * <pre>{@code
 * Perceptron network = Perceptron.forDigits(1);
 * Optimizer optimizer = new Adam(network.parameters());
 * new Training(Digits.load(), network, 1).run(optimizer, 30, epoch -> System.out.println(epoch));
 * }</pre>
 */
public final class Training {
    private static final int BATCH = 16;

    private final Digits digits;
    private final Perceptron network;
    private final SplittableRandom random;
    private Optional<String> shown = Optional.empty();

    /**
     * A training that has not begun.
     *
     * @param seed chooses the order of the samples
     */
    public Training(Digits digits, Perceptron network, long seed) {
        this.digits = digits;
        this.network = network;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Evaluates the network, after each pass, with an output of the optimizer in place of its values: the average of the weights, say.
     *
     * @param output the name of an output per element
     * @return this training
     */
    public Training showing(String output) {
        shown = Optional.of(output);
        return this;
    }

    /**
     * Trains with an optimizer that moves the network's parameters. Whatever gradients it asks for in a step are those of one batch.
     *
     * @return the passes in order
     * @throws IllegalArgumentException if the optimizer moves other parameters
     */
    public List<Epoch> run(Optimizer optimizer, int epochs, TrainingListener listener) {
        if (optimizer.parameters() != network.parameters()) {
            throw new IllegalArgumentException(
                    optimizer.description().name() + " moves other parameters than those of the network");
        }
        Update update = (order, from, to) -> {
            double[] loss = {Double.NaN};
            long[] nanos = {-System.nanoTime()};
            optimizer.step(number -> {
                nanos[0] += System.nanoTime();
                double here = network.learn(digits.train(), order, from, to);
                loss[0] = Double.isNaN(loss[0]) ? here : loss[0];
                nanos[0] -= System.nanoTime();
                return here;
            });
            nanos[0] += System.nanoTime();
            return new Updated(loss[0], nanos[0]);
        };
        return run(update, () -> accuracy(optimizer), epochs, listener);
    }

    private double accuracy(Optimizer optimizer) {
        shown.ifPresent(optimizer::show);
        double accuracy = network.accuracy(digits.test());
        optimizer.hide();
        return accuracy;
    }

    /**
     * Trains with anything that moves the network's values by its gradients.
     *
     * @param step called when the gradients of a batch are in place
     * @return the passes in order
     */
    public List<Epoch> run(Runnable step, int epochs, TrainingListener listener) {
        Update update = (order, from, to) -> {
            double loss = network.learn(digits.train(), order, from, to);
            long start = System.nanoTime();
            step.run();
            return new Updated(loss, System.nanoTime() - start);
        };
        return run(update, () -> network.accuracy(digits.test()), epochs, listener);
    }

    private List<Epoch> run(Update update, DoubleSupplier accuracy, int epochs, TrainingListener listener) {
        List<Epoch> done = new ArrayList<>();
        for (int number = 1; number <= epochs; number++) {
            Epoch epoch = pass(update, accuracy, number, listener);
            done.add(epoch);
            listener.finished(epoch);
        }
        return List.copyOf(done);
    }

    private Epoch pass(Update update, DoubleSupplier accuracy, int number, TrainingListener listener) {
        int[] order = shuffled(digits.train().size());
        int steps = (order.length + BATCH - 1) / BATCH;
        double loss = 0;
        long nanos = 0;
        for (int i = 0; i < steps; i++) {
            int end = Math.min((i + 1) * BATCH, order.length);
            Updated updated = update.make(order, i * BATCH, end);
            nanos += updated.nanos();
            loss += updated.loss();
            listener.stepped(number, i + 1, steps, updated.loss());
        }
        return new Epoch(number, loss / steps, accuracy.getAsDouble(), steps, nanos);
    }

    /** A step from a batch: the samples that {@code order} names in this stretch. */
    private interface Update {
        Updated make(int[] order, int from, int to);
    }

    /** @param nanos the time that the step took, without its gradients */
    private record Updated(double loss, long nanos) {}

    /** Fisher and Yates's shuffle. */
    private int[] shuffled(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int place = (int) (random.nextDouble() * (i + 1));
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }
}
