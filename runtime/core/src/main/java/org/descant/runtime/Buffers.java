package org.descant.runtime;

import java.util.Arrays;

/** Arrays of one element type in the order of their buffer numbers. */
final class Buffers {
    private final float[][] floats;
    private final double[][] doubles;
    private final Object[] arrays;

    Buffers(ElementType elementType, Object[] arrays) {
        this.arrays = arrays;
        floats = elementType == ElementType.FLOAT
                ? Arrays.copyOf(arrays, arrays.length, float[][].class)
                : new float[0][];
        doubles = elementType == ElementType.DOUBLE
                ? Arrays.copyOf(arrays, arrays.length, double[][].class)
                : new double[0][];
    }

    /** Arrays of that many zeros each. */
    static Buffers scratch(ElementType elementType, int count, int length) {
        Object[] arrays = new Object[count];
        for (int i = 0; i < count; i++) {
            arrays[i] = array(elementType, length);
        }
        return new Buffers(elementType, arrays);
    }

    /** One array of zeros. */
    static Object array(ElementType elementType, int length) {
        return switch (elementType) {
            case FLOAT -> new float[length];
            case DOUBLE -> new double[length];
        };
    }

    /** A copy of an array of either type as doubles, which is exact. */
    static double[] widened(Object array) {
        if (array instanceof double[] doubles) {
            return doubles.clone();
        }
        float[] floats = (float[]) array;
        double[] wide = new double[floats.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = floats[i];
        }
        return wide;
    }

    /** The length of an array of either type. */
    static int length(Object array) {
        return array instanceof float[] floats ? floats.length : ((double[]) array).length;
    }

    float[][] floats() {
        return floats;
    }

    double[][] doubles() {
        return doubles;
    }

    /** The array of a buffer, of either type. */
    Object array(int buffer) {
        return arrays[buffer];
    }
}
