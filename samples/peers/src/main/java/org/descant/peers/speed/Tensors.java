package org.descant.peers.speed;

import java.util.Arrays;

/** A model in arrays of Java: for each tensor its values, its gradient and so many states that begin with 0. */
final class Tensors {
    private final int length;
    private final float[] gradient;
    private final float[][] values;
    private final float[][] gradients;
    private final float[][][] states;

    private Tensors(int length, int arrays, int lengthOfArray, int states) {
        this.length = length;
        gradient = Numbers.gradient(length);
        values = new float[arrays][lengthOfArray];
        gradients = new float[arrays][lengthOfArray];
        this.states = new float[states][arrays][lengthOfArray];
        copy(Numbers.values(length), values);
        refill();
    }

    /** Every tensor in arrays of its own. */
    static Tensors separate(Size size, int states) {
        return new Tensors(size.length(), size.tensors(), size.length(), states);
    }

    /** All tensors behind each other in one array. */
    static Tensors flat(Size size) {
        return new Tensors(size.length(), 1, size.elements(), 0);
    }

    /** Puts numbers into arrays as often as they fit. */
    private static void copy(float[] numbers, float[][] arrays) {
        for (float[] array : arrays) {
            for (int from = 0; from < array.length; from += numbers.length) {
                System.arraycopy(numbers, 0, array, from, numbers.length);
            }
        }
    }

    void refill() {
        copy(gradient, gradients);
    }

    /** How many arrays there are of each kind. */
    int count() {
        return values.length;
    }

    float[] values(int array) {
        return values[array];
    }

    float[] gradient(int array) {
        return gradients[array];
    }

    float[] state(int number, int array) {
        return states[number][array];
    }

    /** Lets a state begin with the values. */
    void copyValues(int state) {
        for (int array = 0; array < values.length; array++) {
            System.arraycopy(values[array], 0, states[state][array], 0, values[array].length);
        }
    }

    /** The values of the last tensor. */
    double[] last() {
        float[] array = values[values.length - 1];
        return Numbers.doubles(Arrays.copyOfRange(array, array.length - length, array.length));
    }
}
