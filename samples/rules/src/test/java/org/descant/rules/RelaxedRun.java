package org.descant.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.descant.harness.Evaluation;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;

/** The values of a model after a few and after many steps, on the same numbers for every subject: weights and noisy gradients as in training. */
final class RelaxedRun {
    static final int FEW = 1;
    static final int MANY = 100;

    private static final long SEED = 29;
    private static final double LARGEST = 1e-2;
    private static final List<ModelTensor> MODEL = List.of(tensor("weight", 24, 32), tensor("bias", 32));

    private final double[] few;
    private final double[] many;

    private RelaxedRun(double[] few, double[] many) {
        this.few = few;
        this.many = many;
    }

    static RelaxedRun of(Subject subject) {
        try (Session session = subject.begin(MODEL)) {
            double[] few = {};
            for (int step = 1; step <= MANY; step++) {
                session.step(new Given(step));
                few = step == FEW ? values(session) : few;
            }
            return new RelaxedRun(few, values(session));
        }
    }

    double[] afterFew() {
        return few;
    }

    double[] afterMany() {
        return many;
    }

    private static double[] values(Session session) {
        return MODEL.stream()
                .flatMapToDouble(tensor -> Arrays.stream(session.values(tensor.name())))
                .toArray();
    }

    private static ModelTensor tensor(String name, Integer... shape) {
        SplittableRandom random = new SplittableRandom(SEED);
        int length = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            values.add((double) (float) random.nextDouble(-1, 1));
        }
        return new ModelTensor(name, List.of(shape), values);
    }

    /** A step's gradients: a direction that stays, and noise of the same size. */
    private static final class Given implements Feedback {
        private final SplittableRandom noise;
        private final double loss;

        Given(int step) {
            noise = new SplittableRandom(SEED + step);
            loss = (float) (1.0 / step);
        }

        @Override
        public Evaluation evaluate() {
            Map<String, double[]> gradients = new LinkedHashMap<>();
            for (ModelTensor tensor : MODEL) {
                gradients.put(tensor.name(), gradient(tensor.start().size()));
            }
            return new Evaluation(loss, gradients);
        }

        @Override
        public Evaluation evaluate(Map<String, double[]> point) {
            return evaluate();
        }

        @Override
        public double[] input(String name, String tensor) {
            return MODEL.stream()
                    .filter(each -> each.name().equals(tensor))
                    .map(each -> gradient(each.start().size()))
                    .findFirst()
                    .orElseThrow();
        }

        private double[] gradient(int length) {
            SplittableRandom direction = new SplittableRandom(SEED - 1);
            double[] gradient = new double[length];
            for (int i = 0; i < length; i++) {
                gradient[i] = (float) (LARGEST * (direction.nextDouble(-1, 1) + noise.nextDouble(-1, 1)));
            }
            return gradient;
        }
    }
}
