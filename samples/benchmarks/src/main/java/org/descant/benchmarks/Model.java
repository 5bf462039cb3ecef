package org.descant.benchmarks;

import java.util.Random;
import org.descant.runtime.Parameters;
import org.descant.runtime.ParametersBuilder;

/** Tensors of equal size with their gradients, each in arrays of its own, as most programs keep them. */
final class Model {
    private static final int TENSORS = 16;

    private final float[][] values;
    private final float[][] gradients;

    /** Tensors that have so many elements together, as nearly as equal sizes allow; the same numbers for the same seed. */
    Model(int elements, long seed) {
        Random random = new Random(seed);
        values = new float[TENSORS][elements / TENSORS];
        gradients = new float[TENSORS][elements / TENSORS];
        for (int tensor = 0; tensor < TENSORS; tensor++) {
            for (int i = 0; i < values[tensor].length; i++) {
                values[tensor][i] = (float) random.nextGaussian();
                gradients[tensor][i] = (float) (0.01 * random.nextGaussian());
            }
        }
    }

    float[][] values() {
        return values;
    }

    float[][] gradients() {
        return gradients;
    }

    int elements() {
        return TENSORS * values[0].length;
    }

    /** Arrays of the tensors' sizes. */
    float[][] zeros() {
        return new float[TENSORS][values[0].length];
    }

    /** The tensors for an optimizer, as matrices as square as their lengths allow. */
    Parameters matrices() {
        ParametersBuilder builder = Parameters.builder();
        for (int tensor = 0; tensor < TENSORS; tensor++) {
            int rows = (int) Math.sqrt(values[tensor].length);
            while (values[tensor].length % rows > 0) {
                rows--;
            }
            builder.tensor("tensor" + tensor, values[tensor], gradients[tensor], rows, values[tensor].length / rows);
        }
        return builder.build();
    }

    /** The tensors for an optimizer. */
    Parameters parameters() {
        ParametersBuilder builder = Parameters.builder();
        for (int tensor = 0; tensor < TENSORS; tensor++) {
            builder.tensor("tensor" + tensor, values[tensor], gradients[tensor], values[tensor].length);
        }
        return builder.build();
    }
}
