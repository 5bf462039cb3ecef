package org.descant.peers.nd4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** An ND4J updater at work, called as Deeplearning4j calls it: it turns a gradient into what is then subtracted. */
final class Nd4jSession implements Session {
    private static final int EPOCH = 0;

    private final IUpdater updater;
    private final Map<String, Weight> weights = new LinkedHashMap<>();
    private int iteration;

    /** A parameter as a row, and what the updater keeps for it. */
    private record Weight(INDArray values, GradientUpdater<?> updater) {}

    Nd4jSession(IUpdater updater, List<ModelTensor> tensors) {
        this.updater = updater;
        for (ModelTensor tensor : tensors) {
            INDArray values = row(tensor.values());
            long size = updater.stateSize(values.length());
            GradientUpdater<?> own = size == 0
                    ? updater.instantiate(Map.of(), false)
                    : updater.instantiate(Nd4j.create(DataType.DOUBLE, 1, size), true);
            weights.put(tensor.name(), new Weight(values, own));
        }
    }

    @Override
    public void set(String hyper, double value) {
        if (!hyper.equals("lr") || !updater.hasLearningRate()) {
            throw new IllegalArgumentException("ND4J fixes '" + hyper + "' when the updater is configured");
        }
        updater.setLrAndSchedule(value, null);
    }

    @Override
    public void step(Feedback feedback) {
        Map<String, double[]> gradients = feedback.evaluate().gradients();
        weights.forEach((name, weight) -> {
            INDArray gradient = row(gradients.getOrDefault(name, new double[0]));
            weight.updater().applyUpdater(gradient, iteration, EPOCH);
            weight.values().subi(gradient);
        });
        iteration++;
    }

    @Override
    public double[] values(String tensor) {
        Weight weight = weights.get(tensor);
        if (weight == null) {
            throw new IllegalArgumentException("the model has no tensor '" + tensor + "'");
        }
        return weight.values().toDoubleVector();
    }

    private static INDArray row(double[] values) {
        return Nd4j.createFromArray(values).reshape(1, values.length);
    }
}
