package org.descant.peers.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;
import org.descant.peers.speed.Contender;
import org.descant.peers.speed.Course;
import org.descant.peers.speed.Numbers;
import org.descant.peers.speed.Size;
import org.descant.peers.speed.Workload;

/** DJL's AdamW, called for each tensor as DJL's trainer calls it. */
final class DjlAdamW implements Contender {
    @Override
    public String name() {
        return "DJL AdamW";
    }

    @Override
    public Course start(Workload workload, Size size) {
        Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(1);
        return switch (workload) {
            case ADAMW -> new Steps(workload, size);
            case TRAINING_STEP -> new TrainingSteps(size);
        };
    }

    private static class Steps implements Course {
        private final Workload workload;
        private final NDArray gradient;
        private final Optimizer optimizer;
        private int step;
        final NDManager manager = NDManager.newBaseManager();
        final List<NDArray> values = new ArrayList<>();
        final List<NDArray> gradients = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        Steps(Workload workload, Size size) {
            this.workload = workload;
            optimizer = Optimizer.adamW()
                    .optLearningRateTracker((Tracker) update -> (float) workload.rate(step))
                    .optBeta1((float) Workload.BETA1)
                    .optBeta2((float) Workload.BETA2)
                    .optEpsilon((float) Workload.EPS)
                    .optWeightDecays((float) Workload.WEIGHT_DECAY)
                    .build();
            gradient = manager.create(Numbers.gradient(size.length()));
            for (int i = 0; i < size.tensors(); i++) {
                names.add("tensor" + i);
                values.add(manager.create(Numbers.values(size.length())));
                gradients.add(gradient.duplicate());
            }
        }

        @Override
        public void refill() {
            // In place: DJL copies from array to array by way of Java.
            gradients.forEach(each -> each.subi(each).addi(gradient));
        }

        @Override
        public void step() {
            step++;
            for (int i = 0; i < values.size(); i++) {
                optimizer.update(names.get(i), values.get(i), gradients.get(i));
            }
        }

        @Override
        public double[] values() {
            return Numbers.doubles(values.get(values.size() - 1).toFloatArray());
        }

        @Override
        public void close() {
            manager.close();
        }
    }

    /** Norm, average and zeroing with DJL's operations on arrays. */
    private static final class TrainingSteps extends Steps {
        private final List<NDArray> averages = new ArrayList<>();

        TrainingSteps(Size size) {
            super(Workload.TRAINING_STEP, size);
            values.forEach(each -> averages.add(each.duplicate()));
        }

        @Override
        public void step() {
            double squares = 0;
            for (NDArray each : gradients) {
                try (NDArray norm = each.norm()) {
                    squares += Math.pow(norm.getFloat(), 2);
                }
            }
            double scale = Workload.LONGEST / Math.max(Math.sqrt(squares), Workload.LONGEST);
            gradients.forEach(each -> each.muli(scale));
            super.step();
            for (int i = 0; i < averages.size(); i++) {
                averages.get(i).muli(Workload.AVERAGE_DECAY);
                try (NDArray share = values.get(i).mul(1 - Workload.AVERAGE_DECAY)) {
                    averages.get(i).addi(share);
                }
            }
            // As DJL's GradientCollector does.
            gradients.forEach(each -> each.subi(each));
        }
    }
}
