package org.descant.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.descant.harness.ModelTensor;
import org.descant.harness.reference.Reference;

/** A run over numbers that arithmetic treats in ways of its own, in every combination of parameter and gradient, and over ordinary ones. */
final class AwkwardRun {
    private static final double[] AWKWARD = {
        0,
        -0.0,
        1,
        -1,
        0.1,
        -0.3,
        3,
        1e-4,
        -1e-7,
        1e19,
        -2e19,
        3e38,
        -3.4e38,
        1e154,
        -1e300,
        Double.MAX_VALUE,
        Float.MIN_VALUE,
        -1e-40,
        Float.MIN_NORMAL,
        Double.MIN_VALUE,
        -1e-310,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    private static final int ORDINARY = 57;
    private static final int STEPS = 8;

    /** A parameter for every awkward number and every gradient that it may meet first, and a vector of ordinary ones. */
    static final List<ModelTensor> MODEL = List.of(awkward(), ordinary());

    private AwkwardRun() {}

    /** The same rule with hyperparameters that leave nothing out, as a decay of 0 would. */
    static Reference unlikeDefaults(Reference reference) {
        Map<String, Double> values = Map.of(
                "lr",
                0.037,
                "weight_decay",
                0.013,
                "dampening",
                0.3,
                "lr_decay",
                0.07,
                "eps_root",
                1e-5,
                "initial_accumulator",
                0.2,
                "beta2",
                0.93,
                "eps",
                1e-6);
        Reference changed = reference;
        for (String hyper : reference.hypers().keySet()) {
            changed = values.containsKey(hyper) ? changed.with(hyper, values.getOrDefault(hyper, 0.0)) : changed;
        }
        return changed;
    }

    /** Gradients, and a learning rate that changes on the way. */
    static List<GivenStep> steps() {
        SplittableRandom random = new SplittableRandom(11);
        List<GivenStep> steps = new ArrayList<>();
        for (int t = 1; t <= STEPS; t++) {
            double[] gradient = new double[AWKWARD.length * AWKWARD.length];
            for (int i = 0; i < gradient.length; i++) {
                int row = i / AWKWARD.length;
                gradient[i] = AWKWARD[(i + (t - 1) * (row % 4)) % AWKWARD.length];
            }
            steps.add(new GivenStep(
                    t == 5 ? Map.of("lr", 0.011) : Map.of(), Map.of("awkward", gradient, "ordinary", numbers(random))));
        }
        return steps;
    }

    private static ModelTensor awkward() {
        List<Double> values = new ArrayList<>();
        for (double row : AWKWARD) {
            for (int i = 0; i < AWKWARD.length; i++) {
                values.add(row);
            }
        }
        return new ModelTensor("awkward", List.of(AWKWARD.length, AWKWARD.length), values);
    }

    private static ModelTensor ordinary() {
        List<Double> values = new ArrayList<>();
        for (double value : numbers(new SplittableRandom(10))) {
            values.add(value);
        }
        return new ModelTensor("ordinary", List.of(ORDINARY), values);
    }

    private static double[] numbers(SplittableRandom random) {
        double[] numbers = new double[ORDINARY];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (2 * random.nextDouble() - 1) * StrictMath.pow(10, random.nextInt(7) - 4);
        }
        return numbers;
    }
}
