package org.descant.peers.tribuo;

import java.util.List;
import java.util.Map;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.tribuo.math.Parameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.Tensor;

/**
 * A Tribuo optimiser at work, called as Tribuo's own trainers call it. These climb: the gradient is that of what is to be made large, and
 * what the optimiser makes of it is added to the parameters; so it is given the gradient of the loss with its sign turned.
 */
final class TribuoSession implements Session {
    private static final double WEIGHT_OF_EXAMPLE = 1;

    private final StochasticGradientOptimiser optimiser;
    private final List<ModelTensor> tensors;
    private final Parameters parameters;

    TribuoSession(StochasticGradientOptimiser optimiser, List<ModelTensor> tensors) {
        this.optimiser = optimiser;
        this.tensors = List.copyOf(tensors);
        this.parameters = new VectorParameters(
                tensors.stream().map(tensor -> vector(tensor.values())).toArray(Tensor[]::new));
        optimiser.initialise(parameters);
    }

    @Override
    public void set(String hyper, double value) {
        throw new IllegalArgumentException("Tribuo fixes '" + hyper + "' when the optimiser is made");
    }

    @Override
    public void step(Feedback feedback) {
        Map<String, double[]> gradients = feedback.evaluate().gradients();
        Tensor[] upward = tensors.stream()
                .map(tensor -> upward(gradients.getOrDefault(tensor.name(), new double[0])))
                .toArray(Tensor[]::new);
        parameters.update(optimiser.step(upward, WEIGHT_OF_EXAMPLE));
    }

    @Override
    public double[] values(String tensor) {
        for (int i = 0; i < tensors.size(); i++) {
            if (tensors.get(i).name().equals(tensor)) {
                return ((DenseVector) parameters.get()[i]).toArray();
            }
        }
        throw new IllegalArgumentException("the model has no tensor '" + tensor + "'");
    }

    private static Tensor upward(double[] gradient) {
        Tensor upward = vector(gradient);
        upward.scaleInPlace(-1);
        return upward;
    }

    private static DenseVector vector(double[] values) {
        return DenseVector.createDenseVector(values);
    }
}
