package org.descant.speed;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.descant.runtime.ElementType;
import org.descant.runtime.InputDescription;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.speed.twin.TurningGradient;

/** An optimizer of one matrix of random numbers, with all inputs given, that makes steps of one gradient, and of that with the other sign. */
final class Subject implements Runnable {
    private static final String NAME = "w";
    private static final double INPUT = 0.5;
    private static final double LOSS = 1;

    private final Optimizer optimizer;
    private final Object values;
    private final TurningGradient gradient;

    private Subject(Optimizer optimizer, Object values, Object gradient) {
        this.optimizer = optimizer;
        this.values = values;
        this.gradient = new TurningGradient(List.of(gradient));
    }

    static Subject of(Function<Parameters, Optimizer> rule, ElementType type, int rows, int cols) {
        int length = Math.multiplyExact(rows, cols);
        SplittableRandom random = new SplittableRandom(length);
        if (type == ElementType.FLOAT) {
            float[] w = new float[length];
            float[] g = new float[length];
            for (int i = 0; i < length; i++) {
                w[i] = (float) random.nextDouble(-1, 1);
                g[i] = (float) random.nextDouble(-1e-2, 1e-2);
            }
            Parameters parameters =
                    Parameters.builder().tensor(NAME, w, g, rows, cols).build();
            return new Subject(withInputs(rule.apply(parameters), type, length), w, g);
        }
        double[] w = new double[length];
        double[] g = new double[length];
        for (int i = 0; i < length; i++) {
            w[i] = random.nextDouble(-1, 1);
            g[i] = random.nextDouble(-1e-2, 1e-2);
        }
        Parameters parameters =
                Parameters.builder().tensor(NAME, w, g, rows, cols).build();
        return new Subject(withInputs(rule.apply(parameters), type, length), w, g);
    }

    private static Optimizer withInputs(Optimizer optimizer, ElementType type, int length) {
        for (InputDescription input : optimizer.description().inputs()) {
            switch (input.shape()) {
                case PER_MODEL -> optimizer.input(input.name(), INPUT);
                case PER_TENSOR -> optimizer.input(input.name(), NAME, INPUT);
                default -> {
                    if (type == ElementType.FLOAT) {
                        float[] given = new float[length];
                        Arrays.fill(given, (float) INPUT);
                        optimizer.input(input.name(), NAME, given, 0);
                    } else {
                        double[] given = new double[length];
                        Arrays.fill(given, INPUT);
                        optimizer.input(input.name(), NAME, given, 0);
                    }
                }
            }
        }
        return optimizer;
    }

    Optimizer optimizer() {
        return optimizer;
    }

    /** The numbers of the matrix: a {@code float[]} or {@code double[]}. */
    Object values() {
        return values;
    }

    /** Makes steps; the nanoseconds of processor time that one took. */
    double nanos(int steps) {
        return gradient.nanos(steps, some -> Stopwatch.nanos(this, some));
    }

    /** One step; the gradient is the same wherever the rule asks for it. */
    @Override
    public void run() {
        optimizer.step(evaluation -> LOSS);
    }
}
