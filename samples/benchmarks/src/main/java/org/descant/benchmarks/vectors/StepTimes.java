package org.descant.benchmarks.vectors;

import org.descant.compiler.Descant;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;

/** A program that runs rules, by their seeds, and says how many picoseconds a step of each takes for an element, at the least. */
final class StepTimes {
    private static final int ELEMENTS = 8192;
    private static final int STEPS = 30;
    private static final int ROUNDS = 25;
    private static final long WARM_UP = 400_000_000;
    private static final double PICOS = 1000;

    private StepTimes() {}

    public static void main(String[] seeds) {
        for (String seed : seeds) {
            System.out.println(picos(Descant.compile(RandomRules.rule(Long.parseLong(seed)))::create));
        }
    }

    private interface Rule {
        Optimizer of(Parameters parameters);
    }

    /** Values and states are as at the beginning whenever a round begins, so that none becomes subnormal. */
    private static long picos(Rule rule) {
        float[] values = numbers(0.37, 2);
        float[] weights = values.clone();
        Optimizer optimizer = rule.of(Parameters.builder()
                .tensor("w", weights, numbers(0.71, 1.5), ELEMENTS)
                .build());
        var start = optimizer.snapshot();
        long end = System.nanoTime() + WARM_UP;
        while (System.nanoTime() < end) {
            round(optimizer);
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            optimizer.restore(start);
            System.arraycopy(values, 0, weights, 0, ELEMENTS);
            long began = System.nanoTime();
            round(optimizer);
            least = Math.min(least, System.nanoTime() - began);
        }
        return Math.round(PICOS * least / STEPS / ELEMENTS);
    }

    private static void round(Optimizer optimizer) {
        for (int step = 0; step < STEPS; step++) {
            optimizer.step();
        }
    }

    private static float[] numbers(double pace, double middle) {
        float[] numbers = new float[ELEMENTS];
        for (int i = 0; i < ELEMENTS; i++) {
            numbers[i] = (float) (middle + Math.sin(pace * i));
        }
        return numbers;
    }
}
