package org.descant.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
     * Trains with an optimizer that moves the network's parameters.
     *
     * @return the passes in order
     * @throws IllegalArgumentException if the optimizer moves other parameters
     */
    public List<Epoch> run(Optimizer optimizer, int epochs, TrainingListener listener) {
        if (optimizer.parameters() != network.parameters()) {
            throw new IllegalArgumentException(
                    optimizer.description().name() + " moves other parameters than those of the network");
        }
        return run(optimizer::step, epochs, listener);
    }

    /**
     * Trains with anything that moves the network's values by its gradients.
     *
     * @param step called when the gradients of a batch are in place
     * @return the passes in order
     */
    public List<Epoch> run(Runnable step, int epochs, TrainingListener listener) {
        List<Epoch> done = new ArrayList<>();
        for (int number = 1; number <= epochs; number++) {
            Epoch epoch = pass(step, number, listener);
            done.add(epoch);
            listener.finished(epoch);
        }
        return List.copyOf(done);
    }

    private Epoch pass(Runnable step, int number, TrainingListener listener) {
        int[] order = shuffled(digits.train().size());
        int steps = (order.length + BATCH - 1) / BATCH;
        double loss = 0;
        long nanos = 0;
        for (int i = 0; i < steps; i++) {
            int end = Math.min((i + 1) * BATCH, order.length);
            double batchLoss = network.learn(digits.train(), order, i * BATCH, end);
            long start = System.nanoTime();
            step.run();
            nanos += System.nanoTime() - start;
            loss += batchLoss;
            listener.stepped(number, i + 1, steps, batchLoss);
        }
        return new Epoch(number, loss / steps, network.accuracy(digits.test()), steps, nanos);
    }

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
