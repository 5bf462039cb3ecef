package org.descant.rules;

import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.ParametersBuilder;

/** A parameter in either element type: arrays for its values and its gradient. */
final class TestTensor {
    private final String name;
    private final ElementType type;
    private final float[] floats;
    private final float[] floatGradient;
    private final double[] doubles;
    private final double[] doubleGradient;

    TestTensor(String name, ElementType type, int length) {
        this.name = name;
        this.type = type;
        this.floats = new float[length];
        this.floatGradient = new float[length];
        this.doubles = new double[length];
        this.doubleGradient = new double[length];
    }

    String name() {
        return name;
    }

    /** Adds this tensor to a model. */
    void addTo(ParametersBuilder builder, int... shape) {
        if (type == ElementType.FLOAT) {
            builder.tensor(name, floats, floatGradient, shape);
        } else {
            builder.tensor(name, doubles, doubleGradient, shape);
        }
    }

    /** Replaces the values, rounded to the element type. */
    void setValues(double[] values) {
        put(values, floats, doubles);
    }

    /** Replaces the gradient, rounded to the element type. */
    void setGradient(double[] gradient) {
        put(gradient, floatGradient, doubleGradient);
    }

    /** Gives an optimizer an input for this tensor, rounded to the element type. */
    void give(Optimizer optimizer, String input, double[] values) {
        if (type == ElementType.FLOAT) {
            float[] narrow = new float[values.length];
            put(values, narrow, values);
            optimizer.input(input, name, narrow, 0);
        } else {
            optimizer.input(input, name, values, 0);
        }
    }

    /** The values, widened. */
    double[] values() {
        double[] values = doubles.clone();
        for (int i = 0; i < values.length && type == ElementType.FLOAT; i++) {
            values[i] = floats[i];
        }
        return values;
    }

    private static void put(double[] numbers, float[] floats, double[] doubles) {
        for (int i = 0; i < numbers.length; i++) {
            floats[i] = (float) numbers[i];
            doubles[i] = numbers[i];
        }
    }
}
