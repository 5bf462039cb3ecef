package org.descant.peers.libtorch;

import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.descant.peers.speed.Contender;
import org.descant.peers.speed.Course;
import org.descant.peers.speed.Size;
import org.descant.peers.speed.Workload;

/** {@code torch::optim::AdamW}, between {@code clip_grad_norm_} and {@code zero_grad} in the training step. */
final class OptimizerObject implements Contender {
    @Override
    public String name() {
        return "libtorch AdamW";
    }

    @Override
    public Course start(Workload workload, Size size) {
        LibtorchLibrary.load();
        return switch (workload) {
            case ADAMW -> new Steps(workload, size);
            case TRAINING_STEP -> new TrainingSteps(size);
        };
    }

    private static class Steps implements Course {
        private final Workload workload;
        private final AdamWOptions options;
        private int step;
        final TorchModel model;
        final TensorVector values;
        final AdamW optimizer;

        Steps(Workload workload, Size size) {
            this.workload = workload;
            model = new TorchModel(size);
            for (int i = 0; i < size.tensors(); i++) {
                model.values()[i].requires_grad_(true);
                model.values()[i].mutable_grad().put(model.gradients()[i]);
            }
            values = new TensorVector(model.values());
            optimizer = new AdamW(values, new AdamWOptions(workload.rate(1)));
            options = new AdamWOptions(optimizer.param_groups().get(0).options());
        }

        @Override
        public void refill() {
            model.refill();
        }

        @Override
        public void step() {
            step++;
            options.set_lr(workload.rate(step));
            optimizer.step().close();
        }

        @Override
        public double[] values() {
            return model.last();
        }

        @Override
        public void close() {
            optimizer.close();
            values.close();
            model.close();
        }
    }

    private static final class TrainingSteps extends Steps {
        private final Tensor[] averages;
        private final Scalar share = new Scalar(1 - Workload.AVERAGE_DECAY);

        TrainingSteps(Size size) {
            super(Workload.TRAINING_STEP, size);
            averages = model.copiesOfValues();
        }

        @Override
        public void step() {
            torch.clip_grad_norm_(values, Workload.LONGEST);
            super.step();
            for (int i = 0; i < averages.length; i++) {
                averages[i].lerp_(model.values()[i], share);
            }
            optimizer.zero_grad(false);
        }

        @Override
        public void close() {
            TorchModel.close(averages);
            super.close();
        }
    }
}
