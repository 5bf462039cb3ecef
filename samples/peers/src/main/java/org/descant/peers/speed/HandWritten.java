package org.descant.peers.speed;

import org.descant.peers.speed.Loops.Rates;

/** The equations by hand in Java: as fast as plain Java can be made. */
final class HandWritten implements Contender {
    @Override
    public String name() {
        return "Java by hand";
    }

    @Override
    public Course start(Workload workload, Size size) {
        return new OnTensors(size, workload);
    }

    private static final class OnTensors implements Course {
        private static final int AVERAGE = 2;

        private final Workload workload;
        private final Tensors tensors;
        private int step;

        OnTensors(Size size, Workload workload) {
            this.workload = workload;
            boolean averages = workload == Workload.TRAINING_STEP;
            tensors = Tensors.separate(size, averages ? AVERAGE + 1 : AVERAGE);
            if (averages) {
                tensors.copyValues(AVERAGE);
            }
        }

        @Override
        public void refill() {
            tensors.refill();
        }

        @Override
        public void step() {
            step++;
            Rates rates = Rates.of(workload, step);
            if (workload == Workload.ADAMW) {
                for (int i = 0; i < tensors.count(); i++) {
                    Loops.adamW(
                            tensors.values(i), tensors.gradient(i), tensors.state(0, i), tensors.state(1, i), rates);
                }
            } else {
                trainingStep(rates);
            }
        }

        private void trainingStep(Rates rates) {
            double squares = 0;
            for (int i = 0; i < tensors.count(); i++) {
                squares += Loops.squares(tensors.gradient(i));
            }
            float scale = (float) (Workload.LONGEST / Math.max(Math.sqrt(squares), Workload.LONGEST));
            for (int i = 0; i < tensors.count(); i++) {
                Loops.trainingStep(
                        tensors.values(i),
                        tensors.gradient(i),
                        tensors.state(0, i),
                        tensors.state(1, i),
                        tensors.state(AVERAGE, i),
                        scale,
                        rates);
            }
        }

        @Override
        public double[] values() {
            return tensors.last();
        }

        @Override
        public void close() {}
    }
}
