package org.descant.peers.tribuo;

import org.descant.peers.speed.Contender;
import org.descant.peers.speed.Course;
import org.descant.peers.speed.Numbers;
import org.descant.peers.speed.Size;
import org.descant.peers.speed.Workload;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.optimisers.Adam;

/** Tribuo's Adam, in double: it knows no decay of the weights, and its rate is fixed. Called as its trainers call it, which climb. */
final class TribuoAdam implements Contender {
    @Override
    public String name() {
        return "Tribuo Adam, double";
    }

    @Override
    public Course start(Workload workload, Size size) {
        return switch (workload) {
            case ADAMW -> new Steps(size);
            case TRAINING_STEP -> new TrainingSteps(size);
        };
    }

    private static class Steps implements Course {
        private static final double WEIGHT_OF_EXAMPLE = 1;

        private final double[] upward;
        private final VectorParameters parameters;
        private final Adam adam = new Adam(Workload.ADAMW.rate(1), Workload.BETA1, Workload.BETA2, Workload.EPS);
        final DenseVector[] values;
        final Tensor[] gradients;

        Steps(Size size) {
            upward = Numbers.doubles(Numbers.gradient(size.length()));
            for (int i = 0; i < upward.length; i++) {
                upward[i] = -upward[i];
            }
            values = new DenseVector[size.tensors()];
            gradients = new Tensor[size.tensors()];
            for (int i = 0; i < values.length; i++) {
                values[i] = DenseVector.createDenseVector(Numbers.doubles(Numbers.values(size.length())));
                gradients[i] = new DenseVector(size.length());
            }
            parameters = new VectorParameters(values);
            adam.initialise(parameters);
        }

        @Override
        public void refill() {
            for (Tensor gradient : gradients) {
                DenseVector vector = (DenseVector) gradient;
                for (int i = 0; i < upward.length; i++) {
                    vector.set(i, upward[i]);
                }
            }
        }

        @Override
        public void step() {
            parameters.update(adam.step(gradients, WEIGHT_OF_EXAMPLE));
        }

        @Override
        public double[] values() {
            return values[values.length - 1].toArray();
        }

        @Override
        public void close() {}
    }

    /** Norm, average and zeroing with Tribuo's operations on vectors. */
    private static final class TrainingSteps extends Steps {
        private final DenseVector[] averages;

        TrainingSteps(Size size) {
            super(size);
            averages = new DenseVector[values.length];
            for (int i = 0; i < values.length; i++) {
                averages[i] = values[i].copy();
            }
        }

        @Override
        public void step() {
            double squares = 0;
            for (Tensor each : gradients) {
                squares += Math.pow(each.twoNorm(), 2);
            }
            double scale = Workload.LONGEST / Math.max(Math.sqrt(squares), Workload.LONGEST);
            for (Tensor each : gradients) {
                each.scaleInPlace(scale);
            }
            super.step();
            for (int i = 0; i < averages.length; i++) {
                averages[i].scaleInPlace(Workload.AVERAGE_DECAY);
                averages[i].intersectAndAddInPlace(values[i], value -> value * (1 - Workload.AVERAGE_DECAY));
            }
            for (Tensor each : gradients) {
                ((DenseVector) each).fill(0);
            }
        }
    }
}
