package org.descant.proof.random;

import java.util.List;
import java.util.function.IntFunction;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.runtime.ElementType;
import org.descant.runtime.Parameters;
import org.descant.runtime.ParametersBuilder;

/**
 * The memory of a trial's tensors: in every second trial arrays for each tensor, and else one array of values and one of gradients, in which
 * some tensors lie beside each other and some at another offset in one array than in the other. In every third the gradients may be
 * overwritten, and in every fifth they are zeros after the step.
 */
final class TrialModel {
    /** After so many tensors the gradients move on by one element more than the values. */
    private static final int ALIKE = 4;

    private final ElementType type;
    private final boolean overwritesGradients;
    private final boolean zeroesGradients;
    private final List<TensorSpec> tensors;
    private final int[] offsets;
    private final int[] gradientOffsets;
    private final float[][] floats;
    private final float[][] floatGradients;
    private final double[][] doubles;
    private final double[][] doubleGradients;

    TrialModel(Trial trial) {
        type = trial.type();
        overwritesGradients = Math.floorMod(trial.seed(), 3) == 1;
        zeroesGradients = Math.floorMod(trial.seed(), 5) == 1;
        tensors = trial.tensors();
        offsets = new int[tensors.size()];
        gradientOffsets = new int[tensors.size()];
        boolean isApart = trial.seed() % 2 != 0;
        int end = 0;
        for (int i = 0; i < tensors.size(); i++) {
            offsets[i] = isApart ? 0 : end;
            gradientOffsets[i] = isApart ? i / ALIKE % 2 : end + i / ALIKE;
            end += tensors.get(i).numel();
        }
        int[] ends = new int[tensors.size()];
        int[] gradientEnds = new int[tensors.size()];
        for (int i = 0; i < ends.length; i++) {
            int length = isApart ? tensors.get(i).numel() : end;
            ends[i] = length;
            gradientEnds[i] = length + (isApart ? 1 : tensors.size() / ALIKE);
        }
        boolean isFloat = type == ElementType.FLOAT;
        floats = arrays(isFloat, isApart, ends, float[]::new, float[][]::new);
        floatGradients = arrays(isFloat, isApart, gradientEnds, float[]::new, float[][]::new);
        doubles = arrays(!isFloat, isApart, ends, double[]::new, double[][]::new);
        doubleGradients = arrays(!isFloat, isApart, gradientEnds, double[]::new, double[][]::new);
    }

    /** An array for each tensor, which is one for all of them unless they are apart; none if nothing is kept in such. */
    private static <T> T[] arrays(
            boolean isUsed, boolean isApart, int[] lengths, IntFunction<T> array, IntFunction<T[]> all) {
        T[] arrays = all.apply(isUsed ? lengths.length : 0);
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = i == 0 || isApart ? array.apply(lengths[i]) : arrays[0];
        }
        return arrays;
    }

    /** The same memory as an optimizer takes it. */
    Parameters parameters() {
        ParametersBuilder parameters = Parameters.builder();
        if (overwritesGradients) {
            parameters.overwriteGradients();
        }
        if (zeroesGradients) {
            parameters.zeroGradients();
        }
        for (int i = 0; i < tensors.size(); i++) {
            TensorSpec tensor = tensors.get(i);
            int[] shape = tensor.shape().stream().mapToInt(Integer::intValue).toArray();
            parameters.group("group" + tensor.group());
            if (type == ElementType.FLOAT) {
                parameters.tensor(tensor.name(), floats[i], offsets[i], floatGradients[i], gradientOffsets[i], shape);
            } else {
                parameters.tensor(tensor.name(), doubles[i], offsets[i], doubleGradients[i], gradientOffsets[i], shape);
            }
        }
        return parameters.build();
    }

    void setValues(int tensor, double[] numbers) {
        put(numbers, floats, doubles, tensor, offsets[tensor]);
    }

    void setGradient(int tensor, double[] numbers) {
        put(numbers, floatGradients, doubleGradients, tensor, gradientOffsets[tensor]);
    }

    private void put(double[] numbers, float[][] asFloats, double[][] asDoubles, int tensor, int offset) {
        for (int i = 0; i < numbers.length; i++) {
            if (type == ElementType.FLOAT) {
                asFloats[tensor][offset + i] = (float) numbers[i];
            } else {
                asDoubles[tensor][offset + i] = numbers[i];
            }
        }
    }

    double[] values(int tensor) {
        return numbers(floats, doubles, tensor, offsets[tensor]);
    }

    /** Whether a step leaves zeros in the gradients. */
    boolean zeroesGradients() {
        return zeroesGradients;
    }

    double[] gradient(int tensor) {
        return numbers(floatGradients, doubleGradients, tensor, gradientOffsets[tensor]);
    }

    private double[] numbers(float[][] asFloats, double[][] asDoubles, int tensor, int offset) {
        double[] numbers = new double[tensors.get(tensor).numel()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = type == ElementType.FLOAT ? asFloats[tensor][offset + i] : asDoubles[tensor][offset + i];
        }
        return numbers;
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
