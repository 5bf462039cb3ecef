package org.descant.digits;

import java.util.Arrays;

/**
 * A fully connected layer of a {@link Perceptron}: a slice of the model's values and gradients, the weights row by row (one
 * row for each output), then the biases.
 */
record Layer(String name, int inputs, int outputs, int offset) {
    int biasOffset() {
        return offset + inputs * outputs;
    }

    int end() {
        return biasOffset() + outputs;
    }

    /** y = W x + b, and 0 in place of what is negative if the layer is rectified. */
    void forward(float[] values, float[] x, float[] y, boolean rectified) {
        for (int o = 0; o < outputs; o++) {
            int row = offset + o * inputs;
            float sum = values[biasOffset() + o];
            for (int i = 0; i < inputs; i++) {
                sum += values[row + i] * x[i];
            }
            y[o] = rectified ? Math.max(sum, 0) : sum;
        }
    }

    /** Adds the gradient of a loss whose derivative by y is given: dW += dy xᵀ, db += dy. */
    void accumulate(float[] gradients, float[] x, float[] dy) {
        for (int o = 0; o < outputs; o++) {
            int row = offset + o * inputs;
            float slope = dy[o];
            for (int i = 0; i < inputs; i++) {
                gradients[row + i] += slope * x[i];
            }
            gradients[biasOffset() + o] += slope;
        }
    }

    /** dx = Wᵀ dy where x, the output of a rectified layer, is positive; 0 elsewhere. */
    void backward(float[] values, float[] dy, float[] x, float[] dx) {
        Arrays.fill(dx, 0, inputs, 0f);
        for (int o = 0; o < outputs; o++) {
            int row = offset + o * inputs;
            float slope = dy[o];
            for (int i = 0; i < inputs; i++) {
                dx[i] += values[row + i] * slope;
            }
        }
        for (int i = 0; i < inputs; i++) {
            dx[i] = x[i] > 0 ? dx[i] : 0;
        }
    }
}
