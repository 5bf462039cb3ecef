package org.descant.proof.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.compiler.compile.ClassFiles;
import org.descant.compiler.compile.RuleClasses;
import org.descant.compiler.interpret.Interpreter;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.ParametersBuilder;
import org.descant.runtime.StateDescription;
import org.descant.runtime.StateShape;

/** A rule as it is interpreted and as a class, side by side on one model, compared bit for bit after every step. */
public final class Agreement {
    private final EquationSystem system;
    private final Trial trial;
    private final AwkwardNumbers numbers;
    private final Interpreter interpreter;
    private final Optimizer optimizer;
    private final List<double[]> starts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final List<Object> gradients = new ArrayList<>();
    private final List<double[]> known = new ArrayList<>();
    private boolean refused;

    private Agreement(EquationSystem system, ClassFiles files, Trial trial) {
        this.system = system;
        this.trial = trial;
        this.numbers = AwkwardNumbers.source(trial.seed());
        interpreter = new Interpreter(system, trial.type(), trial.tensors());
        ParametersBuilder parameters = Parameters.builder();
        for (TensorSpec tensor : trial.tensors()) {
            double[] start = rounded(numbers.next(tensor.numel()));
            interpreter.setWeight(tensor.name(), start);
            starts.add(start.clone());
            known.add(start);
            int[] shape = tensor.shape().stream().mapToInt(Integer::intValue).toArray();
            parameters.group("group" + tensor.group());
            if (trial.type() == ElementType.FLOAT) {
                float[] value = floats(start);
                float[] gradient = new float[start.length];
                parameters.tensor(tensor.name(), value, gradient, shape);
                values.add(value);
                gradients.add(gradient);
            } else {
                double[] gradient = new double[start.length];
                parameters.tensor(tensor.name(), start, gradient, shape);
                values.add(start);
                gradients.add(gradient);
            }
        }
        optimizer = RuleClasses.create(files.load(), parameters.build());
    }

    /**
     * The first thing in which the class differs from its rule. All NaNs are one: Java leaves their bits open.
     *
     * @param system what is interpreted: for a strict class the rule as it is written, before any rewrite
     */
    public static Optional<Difference> difference(EquationSystem system, ClassFiles files, Trial trial) {
        Agreement agreement = new Agreement(system, files, trial);
        for (int step = 1; step <= trial.steps(); step++) {
            agreement.set();
            Optional<Difference> found = agreement.step(step);
            if (found.isPresent() || agreement.refused) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void set() {
        for (Hyper hyper : system.hypers()) {
            if (hyper.perGroup()) {
                for (int group = 0; group < 2; group++) {
                    double value = numbers.next(hyper);
                    interpreter.set(hyper.name(), group, value);
                    optimizer.group("group" + group).set(hyper.name(), value);
                }
            } else {
                double value = numbers.next(hyper);
                interpreter.set(hyper.name(), value);
                optimizer.set(hyper.name(), value);
            }
        }
    }

    private Optional<Difference> step(int step) {
        for (int i = 0; i < known.size(); i++) {
            double[] next = rounded(numbers.next(known.get(i).length));
            known.set(i, next);
            if (gradients.get(i) instanceof float[] array) {
                System.arraycopy(floats(next), 0, array, 0, next.length);
            } else {
                System.arraycopy(next, 0, (double[]) gradients.get(i), 0, next.length);
            }
        }
        Optional<String> expected = refusal(() -> interpreter.step(StepSource.of(known.toArray(double[][]::new))));
        Optional<String> made = refusal(optimizer::step);
        refused = expected.isPresent();
        if (expected.isPresent() != made.isPresent()) {
            return Optional.of(new Difference(
                    "the whole step", step, -1, made.orElse("done"), expected.orElse("done"), inputs(0, -1)));
        }
        return refused ? Optional.empty() : compare(step);
    }

    private static Optional<String> refusal(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException refused) {
            return Optional.of("refused: " + refused.getMessage());
        }
    }

    private Optional<Difference> compare(int step) {
        for (int i = 0; i < trial.tensors().size(); i++) {
            String tensor = trial.tensors().get(i).name();
            double[] made = values.get(i) instanceof float[] array ? doubles(array) : (double[]) values.get(i);
            Optional<Difference> found = compare("w", step, i, made, interpreter.weight(tensor));
            for (StateDescription state : states()) {
                String name = state.name();
                if (!optimizer.keeps(tensor, name)) {
                    continue;
                }
                boolean isOfModel = state.shape() == StateShape.PER_MODEL;
                found = found.or(() -> compare(
                        name,
                        step,
                        tensorOf(tensor),
                        isOfModel ? new double[] {optimizer.state(name)} : optimizer.state(tensor, name),
                        interpreter.state(name, tensor)));
            }
            for (Output output : system.outputs()) {
                found = found.or(() -> compareOutput(step, tensor, output));
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The states that both have: what a class keeps only to compute outputs later, the rule as it is written does not know. */
    private List<StateDescription> states() {
        Set<String> known = system.states().stream().map(State::name).collect(Collectors.toSet());
        return optimizer.description().states().stream()
                .filter(state -> known.contains(state.name()))
                .toList();
    }

    private Optional<Difference> compareOutput(int step, String tensor, Output output) {
        boolean isOfModel = output.state().shape().equals(Shape.MODEL);
        return compare(
                "output " + output.name(),
                step,
                tensorOf(tensor),
                isOfModel ? new double[] {optimizer.output(output.name())} : optimizer.output(tensor, output.name()),
                interpreter.state(output.state().name(), tensor));
    }

    private int tensorOf(String name) {
        return trial.tensors().stream().map(TensorSpec::name).toList().indexOf(name);
    }

    private Optional<Difference> compare(String what, int step, int tensor, double[] made, double[] expected) {
        int place = Arrays.mismatch(bits(made), bits(expected));
        if (place < 0) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                what + " of " + trial.tensors().get(tensor).name() + ", " + trial.type(),
                step,
                place,
                place < made.length ? both(made[place]) : "nothing",
                place < expected.length ? both(expected[place]) : "nothing",
                inputs(tensor, place)));
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    private List<String> inputs(int tensor, int element) {
        List<String> lines = new ArrayList<>();
        if (element >= 0 && element < starts.get(tensor).length) {
            lines.add("w[0] = " + both(starts.get(tensor)[element]));
            lines.add("g = " + both(known.get(tensor)[element]));
        }
        int group = trial.tensors().get(tensor).group();
        system.hypers().forEach(hyper -> lines.add(hyper.name() + " = " + interpreter.hyper(hyper.name(), group)));
        lines.add("trial seed " + trial.seed());
        return lines;
    }

    private static String both(double value) {
        return value + " (" + Double.toHexString(value) + ")";
    }

    private double[] rounded(double[] numbers) {
        return trial.type() == ElementType.FLOAT ? doubles(floats(numbers)) : numbers;
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = numbers[i];
        }
        return doubles;
    }
}
