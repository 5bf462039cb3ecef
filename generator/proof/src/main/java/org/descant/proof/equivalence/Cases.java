package org.descant.proof.equivalence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Range;
import org.descant.proof.random.AwkwardNumbers;

/** Seeded cases: the defaults first, then other hyperparameters, then ones that change from step to step, some on awkward numbers. */
final class Cases {
    private static final List<TensorSpec> MODEL =
            List.of(new TensorSpec("scalar"), new TensorSpec("vector", 4), new TensorSpec("matrix", 2, 3));

    private static final List<Double> VALUES =
            List.of(0.1, 0.5, 0.9, 0.01, 1e-3, 0.99, 0.25, 1.0, 2.0, 0.0, 1e-8, -0.5);

    private static final int STEPS = 6;

    private final List<Hyper> hypers;
    private final Map<String, Range> others;

    /**
     * @param hypers those that both rules have
     * @param others their ranges in the second rule
     */
    Cases(List<Hyper> hypers, Map<String, Range> others) {
        this.hypers = List.copyOf(hypers);
        this.others = Map.copyOf(others);
    }

    Case ordinary(long seed) {
        return of(AwkwardNumbers.ordinary(seed), seed, value -> value);
    }

    /** One of halves, so that there are zeros and equal numbers. */
    Case simple(long seed) {
        return of(AwkwardNumbers.ordinary(seed), seed, value -> Math.rint(value * 2) / 2 + 0.0);
    }

    /** One with zeros, infinities, NaN and the like among its numbers. */
    Case awkward(long seed) {
        return of(AwkwardNumbers.source(seed), seed, value -> value);
    }

    private Case of(AwkwardNumbers numbers, long seed, DoubleUnaryOperator form) {
        List<List<List<Double>>> gradients = new ArrayList<>();
        List<Map<String, Double>> settings = new ArrayList<>();
        Map<String, Double> setting = seed % 4 == 0 ? defaults() : chosen(seed, 0);
        for (int step = 0; step < STEPS; step++) {
            gradients.add(tensors(numbers, form));
            settings.add(seed % 4 == 3 && step > 0 ? chosen(seed, step) : setting);
        }
        return new Case(MODEL, tensors(numbers, form), gradients, settings);
    }

    private static List<List<Double>> tensors(AwkwardNumbers numbers, DoubleUnaryOperator form) {
        List<List<Double>> tensors = new ArrayList<>();
        for (TensorSpec tensor : MODEL) {
            List<Double> elements = new ArrayList<>();
            for (double value : numbers.next(tensor.numel())) {
                elements.add(form.applyAsDouble(value));
            }
            tensors.add(elements);
        }
        return tensors;
    }

    private Map<String, Double> defaults() {
        Map<String, Double> values = new HashMap<>();
        hypers.forEach(hyper ->
                values.put(hyper.name(), fits(hyper, hyper.defaultValue()) ? hyper.defaultValue() : first(hyper)));
        return values;
    }

    private Map<String, Double> chosen(long seed, int step) {
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < hypers.size(); i++) {
            Hyper hyper = hypers.get(i);
            List<Double> fitting =
                    VALUES.stream().filter(value -> fits(hyper, value)).toList();
            long place = Math.floorMod(seed * 31 + step * 17L + i * 7L + (seed >> 2), Math.max(1, fitting.size()));
            values.put(hyper.name(), fitting.isEmpty() ? hyper.defaultValue() : fitting.get((int) place));
        }
        return values;
    }

    private double first(Hyper hyper) {
        return VALUES.stream().filter(value -> fits(hyper, value)).findFirst().orElse(hyper.defaultValue());
    }

    /** Whether both rules take a value. */
    boolean fits(Hyper hyper, double value) {
        return hyper.range().contains(value)
                && others.getOrDefault(hyper.name(), Range.ALL).contains(value);
    }

    /** Whether both rules take a value for the hyperparameter of that name. */
    boolean fits(String name, double value) {
        return hypers.stream().filter(hyper -> hyper.name().equals(name)).allMatch(hyper -> fits(hyper, value));
    }
}
