package org.descant.proof.random;

import java.util.List;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.runtime.ElementType;
import org.descant.runtime.Parameters;
import org.descant.runtime.ParametersBuilder;

/**
 * The memory of a trial's tensors: one array of values and one of gradients, in which some tensors lie beside each other and some at
 * another offset in one array than in the other.
 */
final class TrialModel {
    /** After so many tensors the gradients move on by one element more than the values. */
    private static final int ALIKE = 4;

    private final ElementType type;
    private final List<TensorSpec> tensors;
    private final int[] offsets;
    private final int[] gradientOffsets;
    private final float[] floats;
    private final float[] floatGradients;
    private final double[] doubles;
    private final double[] doubleGradients;

    TrialModel(Trial trial) {
        type = trial.type();
        tensors = trial.tensors();
        offsets = new int[tensors.size()];
        gradientOffsets = new int[tensors.size()];
        int end = 0;
        for (int i = 0; i < tensors.size(); i++) {
            offsets[i] = end;
            gradientOffsets[i] = end + i / ALIKE;
            end += tensors.get(i).numel();
        }
        int gradientEnd = end + tensors.size() / ALIKE;
        boolean isFloat = type == ElementType.FLOAT;
        floats = new float[isFloat ? end : 0];
        floatGradients = new float[isFloat ? gradientEnd : 0];
        doubles = new double[isFloat ? 0 : end];
        doubleGradients = new double[isFloat ? 0 : gradientEnd];
    }

    /** The same memory as an optimizer takes it. */
    Parameters parameters() {
        ParametersBuilder parameters = Parameters.builder();
        for (int i = 0; i < tensors.size(); i++) {
            TensorSpec tensor = tensors.get(i);
            int[] shape = tensor.shape().stream().mapToInt(Integer::intValue).toArray();
            parameters.group("group" + tensor.group());
            if (type == ElementType.FLOAT) {
                parameters.tensor(tensor.name(), floats, offsets[i], floatGradients, gradientOffsets[i], shape);
            } else {
                parameters.tensor(tensor.name(), doubles, offsets[i], doubleGradients, gradientOffsets[i], shape);
            }
        }
        return parameters.build();
    }

    void setValues(int tensor, double[] numbers) {
        put(numbers, floats, doubles, offsets[tensor]);
    }

    void setGradient(int tensor, double[] numbers) {
        put(numbers, floatGradients, doubleGradients, gradientOffsets[tensor]);
    }

    private void put(double[] numbers, float[] asFloats, double[] asDoubles, int offset) {
        for (int i = 0; i < numbers.length; i++) {
            if (type == ElementType.FLOAT) {
                asFloats[offset + i] = (float) numbers[i];
            } else {
                asDoubles[offset + i] = numbers[i];
            }
        }
    }

    double[] values(int tensor) {
        double[] values = new double[tensors.get(tensor).numel()];
        for (int i = 0; i < values.length; i++) {
            values[i] = type == ElementType.FLOAT ? floats[offsets[tensor] + i] : doubles[offsets[tensor] + i];
        }
        return values;
    }

    /** The numbers as this memory holds them. */
    double[] rounded(double[] numbers) {
        double[] rounded = numbers.clone();
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = type == ElementType.FLOAT ? (float) rounded[i] : rounded[i];
        }
        return rounded;
    }
}
