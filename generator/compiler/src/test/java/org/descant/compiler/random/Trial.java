package org.descant.compiler.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.interpret.Interpreter;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.State;
import org.descant.harness.numbers.AwkwardNumbers;
import org.descant.runtime.ElementType;

/**
 * A run of the interpreter on awkward numbers, the same ones for the same seed, whatever the system.
 *
 * @param tensors the model; every tensor a scalar, a vector, a matrix, a stack or empty
 */
public record Trial(ElementType elements, List<TensorSpec> tensors, int steps, long seed) {
    private static final List<TensorSpec> MODEL = List.of(
            new TensorSpec("scalar"),
            new TensorSpec("vector", 5),
            new TensorSpec("matrix", 2, 3),
            new TensorSpec("stack", 2, 2, 3),
            new TensorSpec("empty", 0));

    /** Four steps of a small model. */
    public static Trial of(ElementType elements, long seed) {
        return new Trial(elements, MODEL, 4, seed);
    }

    /** One run for each element type and seed. */
    public static List<Trial> several(long seed, int count) {
        List<Trial> trials = new ArrayList<>();
        for (ElementType type : ElementType.values()) {
            for (int i = 0; i < count; i++) {
                trials.add(of(type, seed * 31 + i));
            }
        }
        return trials;
    }

    /** All that a caller sees of a run, by name and step; all NaNs are one. An exception ends the run and is its last entry. */
    public Map<String, List<String>> observe(EquationSystem system) {
        Map<String, List<String>> seen = new LinkedHashMap<>();
        Interpreter interpreter = new Interpreter(system, elements, tensors);
        AwkwardNumbers numbers = AwkwardNumbers.source(seed);
        for (TensorSpec tensor : tensors) {
            interpreter.setWeight(tensor.name(), numbers.next(tensor.numel()));
        }
        for (int step = 1; step <= steps; step++) {
            setHypers(interpreter, system, AwkwardNumbers.source(seed + 1000L * step));
            try {
                interpreter.step(new Source(step, seen));
            } catch (IllegalArgumentException refused) {
                seen.put("step " + step, List.of(String.valueOf(refused.getMessage())));
                return seen;
            }
            record(interpreter, system, step, seen);
        }
        return seen;
    }

    /**
     * The first thing that differs between what a system shows and what it shows after a rewrite. That may drop states, and ask for
     * fewer inputs, but never for more.
     */
    public Optional<String> difference(EquationSystem before, EquationSystem after) {
        Map<String, List<String>> expected = observe(before);
        Map<String, List<String>> actual = observe(after);
        for (Map.Entry<String, List<String>> entry : expected.entrySet()) {
            String key = entry.getKey();
            boolean dropped = (key.contains("state ") || key.contains("asked ")) && !actual.containsKey(key);
            if (!dropped && !entry.getValue().equals(actual.get(key))) {
                return Optional.of("%s, seed %d: %s%n  is  %s%n  not %s"
                        .formatted(elements, seed, key, actual.get(key), entry.getValue()));
            }
        }
        return actual.keySet().stream()
                .filter(key -> !expected.containsKey(key))
                .findFirst()
                .map(key -> "%s, seed %d: %s is new".formatted(elements, seed, key));
    }

    private static void setHypers(Interpreter interpreter, EquationSystem system, AwkwardNumbers numbers) {
        for (Hyper hyper : system.hypers()) {
            double value = hyper.range().high() == 1 ? numbers.nextFraction() : numbers.nextPositive();
            interpreter.set(hyper.name(), hyper.range().contains(value) ? value : hyper.defaultValue());
        }
    }

    private void record(Interpreter interpreter, EquationSystem system, int step, Map<String, List<String>> seen) {
        for (TensorSpec tensor : tensors) {
            seen.put("step " + step + ": w of " + tensor.name(), bits(interpreter.weight(tensor.name())));
        }
        for (Output output : system.outputs()) {
            seen.put("step " + step + ": output " + output.name(), bits(interpreter.output(output.name())));
        }
        for (State state : system.states()) {
            seen.put("step " + step + ": state " + state.name(), bits(interpreter.state(state.name())));
        }
    }

    private static List<String> bits(double[] values) {
        List<String> bits = new ArrayList<>();
        for (double value : values) {
            bits.add(Double.toHexString(value));
        }
        return bits;
    }

    /** Gradients, losses and inputs of a step; it notes what it is asked for. */
    private final class Source implements StepSource {
        private final int step;
        private final Map<String, List<String>> seen;

        Source(int step, Map<String, List<String>> seen) {
            this.step = step;
            this.seen = seen;
        }

        @Override
        public double evaluate(int evaluation, double[][] point, double[][] gradients) {
            List<String> bits = new ArrayList<>();
            AwkwardNumbers numbers = AwkwardNumbers.source(seed + 1000L * step + 10 + evaluation);
            for (int i = 0; i < point.length; i++) {
                bits.addAll(bits(point[i]));
                double[] gradient = numbers.next(point[i].length);
                System.arraycopy(gradient, 0, gradients[i], 0, gradient.length);
            }
            seen.put("step " + step + ": point " + evaluation, bits);
            return numbers.next();
        }

        @Override
        public double[][] input(String name) {
            seen.put("step " + step + ": asked for " + name, List.of());
            AwkwardNumbers numbers = AwkwardNumbers.source(seed + 1000L * step + name.hashCode());
            if (name.equals("metric")) {
                return new double[][] {{numbers.next()}};
            }
            double[][] values = new double[tensors.size()][];
            for (int i = 0; i < values.length; i++) {
                values[i] = numbers.next(tensors.get(i).numel());
            }
            return values;
        }
    }
}
