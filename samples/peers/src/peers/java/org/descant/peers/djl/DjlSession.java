package org.descant.peers.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;

/** A DJL optimizer at work, called as DJL's own trainer calls it. */
final class DjlSession implements Session {
    private final NDManager manager = NDManager.newBaseManager();
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final Optimizer optimizer;
    private float rate;

    DjlSession(Function<Tracker, Optimizer> optimizer, float rate, List<ModelTensor> tensors) {
        this.rate = rate;
        this.optimizer = optimizer.apply(update -> this.rate);
        for (ModelTensor tensor : tensors) {
            NDArray weight = array(tensor.values(), tensor.shape());
            weight.setRequiresGradient(true);
            weights.put(tensor.name(), weight);
        }
    }

    @Override
    public void set(String hyper, double value) {
        if (!hyper.equals("lr")) {
            throw new IllegalArgumentException("DJL fixes '" + hyper + "' when the optimizer is built");
        }
        rate = (float) value;
    }

    @Override
    public void step(Feedback feedback) {
        Map<String, double[]> gradients = feedback.evaluate().gradients();
        weights.forEach((name, weight) -> {
            try (NDArray gradient = array(gradients.getOrDefault(name, new double[0]), weight.getShape())) {
                optimizer.update(name, weight, gradient);
            }
        });
    }

    @Override
    public double[] values(String tensor) {
        NDArray weight = weights.get(tensor);
        if (weight == null) {
            throw new IllegalArgumentException("the model has no tensor '" + tensor + "'");
        }
        float[] floats = weight.toFloatArray();
        double[] values = new double[floats.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = floats[i];
        }
        return values;
    }

    @Override
    public void close() {
        manager.close();
    }

    private NDArray array(double[] values, List<Integer> shape) {
        return array(
                values, new Shape(shape.stream().mapToLong(Integer::longValue).toArray()));
    }

    private NDArray array(double[] values, Shape shape) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return manager.create(floats, shape);
    }
}
