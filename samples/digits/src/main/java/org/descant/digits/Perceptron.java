package org.descant.digits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.descant.runtime.Parameters;
import org.descant.runtime.ParametersBuilder;

/**
 * A multilayer perceptron in plain Java: fully connected layers, rectified between, softmax and cross-entropy at the end.
 * All values lie in one array and all gradients in another; an optimizer sees them as named tensors ({@code layer1.weight},
 * {@code layer1.bias}, …) through {@link #parameters}.
 *
 * <p>The same seed gives the same bits on every machine.
 */
public final class Perceptron {
    private final List<Layer> layers;
    private final float[] values;
    private final float[] gradients;
    private final float[][] activations;
    private final float[][] slopes;
    private final Parameters parameters;

    /**
     * A network with random weights and biases of 0.
     *
     * @param seed chooses the weights
     * @param widths the number of inputs, of the units of each hidden layer, and of classes: {@code 64, 64, 10}
     */
    public Perceptron(long seed, int... widths) {
        if (widths.length < 2 || Arrays.stream(widths).anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException("no network has the widths " + Arrays.toString(widths));
        }
        layers = layers(widths);
        values = new float[layers.get(layers.size() - 1).end()];
        gradients = new float[values.length];
        activations = Arrays.stream(widths).mapToObj(float[]::new).toArray(float[][]::new);
        slopes = Arrays.stream(widths).mapToObj(float[]::new).toArray(float[][]::new);
        parameters = parameters(layers, values, gradients);
        initialise(new SplittableRandom(seed));
    }

    /** The network for {@link Digits} that this sample trains: 64 inputs, 128 hidden units, 10 classes. */
    public static Perceptron forDigits(long seed) {
        return new Perceptron(seed, Digits.PIXELS, 128, Digits.CLASSES);
    }

    /** Weights and biases with their gradients, over the arrays that the network computes with. */
    public Parameters parameters() {
        return parameters;
    }

    /** The number of weights and biases. */
    public int size() {
        return values.length;
    }

    /** A copy of all weights and biases. */
    public float[] values() {
        return values.clone();
    }

    /** A copy of all gradients. */
    public float[] gradients() {
        return gradients.clone();
    }

    /** Replaces one weight or bias. */
    void setValue(int index, float value) {
        values[index] = value;
    }

    /**
     * Computes the mean loss of a batch and puts its gradient in place.
     *
     * @param order numbers of samples
     * @param from where the batch begins in them
     * @param to where it ends
     * @return the mean cross-entropy, in nats
     */
    public double learn(Samples samples, int[] order, int from, int to) {
        Arrays.fill(gradients, 0);
        double loss = 0;
        float share = 1f / (to - from);
        for (int i = from; i < to; i++) {
            forward(samples, order[i]);
            loss += slopesOfLoss(samples.label(order[i]), share);
            backward();
        }
        return loss / (to - from);
    }

    /** The mean cross-entropy over all samples; gradients stay as they are. */
    public double loss(Samples samples) {
        double loss = 0;
        for (int sample = 0; sample < samples.size(); sample++) {
            forward(samples, sample);
            loss += slopesOfLoss(samples.label(sample), 0);
        }
        return loss / samples.size();
    }

    /** The share of the samples, from 0 to 1, whose largest output is that of their label. */
    public double accuracy(Samples samples) {
        int right = 0;
        for (int sample = 0; sample < samples.size(); sample++) {
            forward(samples, sample);
            right += largest(activations[layers.size()]) == samples.label(sample) ? 1 : 0;
        }
        return (double) right / samples.size();
    }

    private static List<Layer> layers(int[] widths) {
        List<Layer> layers = new ArrayList<>();
        int offset = 0;
        for (int i = 1; i < widths.length; i++) {
            Layer layer = new Layer("layer" + i, widths[i - 1], widths[i], offset);
            layers.add(layer);
            offset = layer.end();
        }
        return List.copyOf(layers);
    }

    private static Parameters parameters(List<Layer> layers, float[] values, float[] gradients) {
        ParametersBuilder builder = Parameters.builder();
        for (Layer layer : layers) {
            int weights = layer.offset();
            int biases = layer.biasOffset();
            builder.tensor(
                    layer.name() + ".weight", values, weights, gradients, weights, layer.outputs(), layer.inputs());
            builder.tensor(layer.name() + ".bias", values, biases, gradients, biases, layer.outputs());
        }
        return builder.build();
    }

    /** He et al. (2015), arXiv:1502.01852: uniform within ±√(6 / inputs), so that rectified layers keep the variance. */
    private void initialise(SplittableRandom random) {
        for (Layer layer : layers) {
            double bound = Math.sqrt(6.0 / layer.inputs());
            for (int i = layer.offset(); i < layer.biasOffset(); i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
        }
    }

    private void forward(Samples samples, int sample) {
        samples.copyImage(sample, activations[0]);
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).forward(values, activations[i], activations[i + 1], i + 1 < layers.size());
        }
    }

    /**
     * The cross-entropy of the last forward pass; leaves its derivatives by the outputs, softmax less one-hot, times a
     * share. StrictMath, since Math may round differently from one JVM to the next.
     */
    private double slopesOfLoss(int label, float share) {
        float[] outputs = activations[layers.size()];
        float[] slope = slopes[layers.size()];
        double top = outputs[largest(outputs)];
        double total = 0;
        for (float output : outputs) {
            total += StrictMath.exp(output - top);
        }
        for (int i = 0; i < outputs.length; i++) {
            double probability = StrictMath.exp(outputs[i] - top) / total;
            slope[i] = (float) (probability - (i == label ? 1 : 0)) * share;
        }
        return StrictMath.log(total) + top - outputs[label];
    }

    private void backward() {
        for (int i = layers.size() - 1; i >= 0; i--) {
            layers.get(i).accumulate(gradients, activations[i], slopes[i + 1]);
            if (i > 0) {
                layers.get(i).backward(values, slopes[i + 1], activations[i], slopes[i]);
            }
        }
    }

    private static int largest(float[] numbers) {
        int largest = 0;
        for (int i = 1; i < numbers.length; i++) {
            largest = numbers[i] > numbers[largest] ? i : largest;
        }
        return largest;
    }
}
