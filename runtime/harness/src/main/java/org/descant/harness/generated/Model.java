package org.descant.harness.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.harness.ModelTensor;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.ParametersBuilder;

/** Tensors in arrays of either element type, as the runtime takes them. */
final class Model {
    private final Map<String, Arrays> tensors = new LinkedHashMap<>();
    private final Parameters parameters;
    private final ElementType type;

    /** Values and gradient; of one pair only, that of the element type, does the runtime know. */
    private static final class Arrays {
        private final ElementType type;
        private final float[] w;
        private final float[] g;
        private final double[] wide;
        private final double[] wideGradient;

        Arrays(ElementType type, int length) {
            this.type = type;
            this.w = new float[length];
            this.g = new float[length];
            this.wide = new double[length];
            this.wideGradient = new double[length];
        }

        void setValues(double[] from) {
            copy(from, w, wide);
        }

        void setGradient(String tensor, double[] from) {
            if (from.length != g.length) {
                throw new IllegalArgumentException(
                        "the gradient of '" + tensor + "' has " + from.length + " elements, not " + g.length);
            }
            copy(from, g, wideGradient);
        }

        double[] values() {
            double[] values = wide.clone();
            for (int i = 0; i < values.length && type == ElementType.FLOAT; i++) {
                values[i] = w[i];
            }
            return values;
        }

        private static void copy(double[] from, float[] narrow, double[] wide) {
            for (int i = 0; i < from.length; i++) {
                narrow[i] = (float) from[i];
                wide[i] = from[i];
            }
        }
    }

    Model(ElementType type, List<ModelTensor> starts) {
        this.type = type;
        ParametersBuilder builder = Parameters.builder();
        for (ModelTensor start : starts) {
            double[] values = start.values();
            Arrays arrays = new Arrays(type, values.length);
            arrays.setValues(values);
            switch (type) {
                case FLOAT -> builder.tensor(start.name(), arrays.w, arrays.g, start.dimensions());
                case DOUBLE -> builder.tensor(start.name(), arrays.wide, arrays.wideGradient, start.dimensions());
            }
            tensors.put(start.name(), arrays);
        }
        parameters = builder.build();
    }

    Parameters parameters() {
        return parameters;
    }

    /** Puts gradients in place, rounded to the element type; those of all tensors are wanted. */
    void setGradients(Map<String, double[]> gradients) {
        tensors.forEach((name, arrays) -> {
            double[] gradient = gradients.get(name);
            if (gradient == null) {
                throw new IllegalArgumentException("there is no gradient for tensor '" + name + "'");
            }
            arrays.setGradient(name, gradient);
        });
    }

    /** The parameters of all tensors, by name. */
    Map<String, double[]> values() {
        Map<String, double[]> values = new LinkedHashMap<>();
        tensors.forEach((name, arrays) -> values.put(name, arrays.values()));
        return values;
    }

    /** Gives an input of a tensor, rounded to the element type. */
    void give(Optimizer optimizer, String input, String tensor, double[] values) {
        switch (type) {
            case FLOAT -> {
                float[] narrow = new float[values.length];
                for (int i = 0; i < narrow.length; i++) {
                    narrow[i] = (float) values[i];
                }
                optimizer.input(input, tensor, narrow, 0);
            }
            case DOUBLE -> optimizer.input(input, tensor, values, 0);
        }
    }

    double[] values(String tensor) {
        Arrays arrays = tensors.get(tensor);
        if (arrays == null) {
            throw new IllegalArgumentException(
                    "there is no tensor '" + tensor + "'; there are " + String.join(", ", tensors.keySet()));
        }
        return arrays.values();
    }
}
