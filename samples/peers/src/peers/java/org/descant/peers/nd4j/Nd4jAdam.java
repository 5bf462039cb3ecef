package org.descant.peers.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.descant.peers.speed.Contender;
import org.descant.peers.speed.Course;
import org.descant.peers.speed.Numbers;
import org.descant.peers.speed.Size;
import org.descant.peers.speed.Workload;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/** ND4J's updater Adam with the decay of the weights, as Deeplearning4j puts them together: the updater turns the gradient into what is subtracted. */
final class Nd4jAdam implements Contender {
    @Override
    public String name() {
        return "ND4J Adam, WeightDecay";
    }

    @Override
    public Course start(Workload workload, Size size) {
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        return switch (workload) {
            case ADAMW -> new Steps(workload, size);
            case TRAINING_STEP -> new TrainingSteps(size);
        };
    }

    private static class Steps implements Course {
        private static final int EPOCH = 0;

        private final Workload workload;
        private final INDArray gradient;
        private final Adam adam;
        private final WeightDecay decay = new WeightDecay(Workload.WEIGHT_DECAY, true);
        private final List<GradientUpdater<?>> updaters = new ArrayList<>();
        final List<INDArray> values = new ArrayList<>();
        final List<INDArray> gradients = new ArrayList<>();
        private int step;

        Steps(Workload workload, Size size) {
            this.workload = workload;
            gradient = row(Numbers.gradient(size.length()));
            adam = new Adam(workload.rate(1), Workload.BETA1, Workload.BETA2, Workload.EPS);
            for (int i = 0; i < size.tensors(); i++) {
                values.add(row(Numbers.values(size.length())));
                gradients.add(gradient.dup());
                updaters.add(adam.instantiate(Nd4j.zeros(DataType.FLOAT, 1, adam.stateSize(size.length())), true));
            }
        }

        private static INDArray row(float[] numbers) {
            return Nd4j.createFromArray(numbers).reshape(1, numbers.length);
        }

        @Override
        public void refill() {
            gradients.forEach(each -> each.assign(gradient));
        }

        @Override
        public void step() {
            step++;
            double rate = workload.rate(step);
            adam.setLrAndSchedule(rate, null);
            for (int i = 0; i < values.size(); i++) {
                INDArray own = gradients.get(i);
                updaters.get(i).applyUpdater(own, step - 1, EPOCH);
                decay.apply(values.get(i), own, rate, step - 1, EPOCH);
                values.get(i).subi(own);
            }
        }

        @Override
        public double[] values() {
            return values.get(values.size() - 1).toDoubleVector();
        }

        @Override
        public void close() {
            values.forEach(INDArray::close);
            gradients.forEach(INDArray::close);
            gradient.close();
            updaters.forEach(updater -> updater.getState().values().forEach(INDArray::close));
        }
    }

    /** Norm, average and zeroing with ND4J's operations on arrays. */
    private static final class TrainingSteps extends Steps {
        private final List<INDArray> averages = new ArrayList<>();

        TrainingSteps(Size size) {
            super(Workload.TRAINING_STEP, size);
            values.forEach(each -> averages.add(each.dup()));
        }

        @Override
        public void step() {
            double squares = 0;
            for (INDArray each : gradients) {
                squares += Math.pow(each.norm2Number().doubleValue(), 2);
            }
            double scale = Workload.LONGEST / Math.max(Math.sqrt(squares), Workload.LONGEST);
            gradients.forEach(each -> each.muli(scale));
            super.step();
            for (int i = 0; i < averages.size(); i++) {
                averages.get(i).muli(Workload.AVERAGE_DECAY);
                try (INDArray share = values.get(i).mul(1 - Workload.AVERAGE_DECAY)) {
                    averages.get(i).addi(share);
                }
            }
            gradients.forEach(each -> each.assign(0));
        }

        @Override
        public void close() {
            averages.forEach(INDArray::close);
            super.close();
        }
    }
}
