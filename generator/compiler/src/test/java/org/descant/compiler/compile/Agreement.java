package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.compiler.interpret.Interpreter;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.State;
import org.descant.compiler.random.AwkwardNumbers;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.ParametersBuilder;
import org.descant.runtime.StateDescription;

/** A model of tensors of awkward lengths that the interpreter and a generated class move side by side, compared bit for bit. */
final class Agreement {
    static final int[] AWKWARD_LENGTHS = {0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 1023, 4097};

    private final AwkwardNumbers numbers;
    private final int[] lengths;
    private final EquationSystem system;
    private final Interpreter interpreter;
    private final Optimizer optimizer;
    private final List<Object> values = new ArrayList<>();
    private final List<Object> gradients = new ArrayList<>();

    /**
     * Every second tensor belongs to a second group.
     *
     * @param system what is interpreted
     * @param files what was generated from it
     */
    Agreement(EquationSystem system, ClassFiles files, ElementType type, int[] lengths, long seed) {
        this.system = system;
        this.lengths = lengths.clone();
        this.numbers = AwkwardNumbers.source(seed);
        List<TensorSpec> specs = new ArrayList<>();
        for (int i = 0; i < lengths.length; i++) {
            specs.add(new TensorSpec(name(i), List.of(lengths[i]), i % 2));
        }
        interpreter = new Interpreter(system, type, specs);
        ParametersBuilder parameters = Parameters.builder();
        for (int i = 0; i < lengths.length; i++) {
            double[] start = rounded(numbers.next(lengths[i]), type);
            interpreter.setWeight(name(i), start);
            parameters.group("group" + i % 2);
            if (type == ElementType.FLOAT) {
                values.add(floats(start));
                gradients.add(new float[lengths[i]]);
                parameters.tensor(name(i), (float[]) values.get(i), (float[]) gradients.get(i), lengths[i]);
            } else {
                values.add(start);
                gradients.add(new double[lengths[i]]);
                parameters.tensor(name(i), (double[]) values.get(i), (double[]) gradients.get(i), lengths[i]);
            }
        }
        optimizer = RuleClasses.create(files.load(), parameters.build());
    }

    /** Makes steps on both sides and compares values and states after each. */
    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            system.hypers().forEach(this::set);
            step();
        }
    }

    private void set(Hyper hyper) {
        for (int group = 0; group < 2; group++) {
            double value = hyper.range().high() == 1 ? numbers.nextFraction() : numbers.nextPositive();
            if (!hyper.range().contains(value)) {
                value = hyper.defaultValue();
            }
            if (hyper.perGroup()) {
                interpreter.set(hyper.name(), group, value);
                optimizer.group("group" + group).set(hyper.name(), value);
            } else {
                interpreter.set(hyper.name(), value);
                optimizer.set(hyper.name(), value);
            }
        }
    }

    private void step() {
        double[][] known = new double[lengths.length][];
        for (int i = 0; i < lengths.length; i++) {
            boolean isFloat = gradients.get(i) instanceof float[];
            known[i] = rounded(numbers.next(lengths[i]), isFloat ? ElementType.FLOAT : ElementType.DOUBLE);
            if (gradients.get(i) instanceof float[] array) {
                System.arraycopy(floats(known[i]), 0, array, 0, lengths[i]);
            } else {
                System.arraycopy(known[i], 0, (double[]) gradients.get(i), 0, lengths[i]);
            }
        }
        interpreter.step(StepSource.of(known));
        optimizer.step();
        compare();
    }

    private void compare() {
        Set<String> known = system.states().stream().map(State::name).collect(Collectors.toSet());
        for (int i = 0; i < lengths.length; i++) {
            double[] made = values.get(i) instanceof float[] array ? doubles(array) : (double[]) values.get(i);
            same("w of a tensor of " + lengths[i], made, interpreter.weight(name(i)));
            for (Output output : system.outputs()) {
                same(
                        "the output " + output.name() + " of a tensor of " + lengths[i],
                        optimizer.output(name(i), output.name()),
                        interpreter.state(output.state().name(), name(i)));
            }
            for (StateDescription state : optimizer.description().states()) {
                // What the interpreter does not know is a number that is kept for an output, which it stores.
                if (known.contains(state.name())) {
                    same(
                            state.name() + " of a tensor of " + lengths[i],
                            optimizer.state(name(i), state.name()),
                            interpreter.state(state.name(), name(i)));
                }
            }
        }
    }

    private void same(String what, double[] made, double[] expected) {
        // All NaN are one: Java leaves their bits open.
        long[] madeBits =
                Arrays.stream(made).mapToLong(Double::doubleToLongBits).toArray();
        long[] expectedBits =
                Arrays.stream(expected).mapToLong(Double::doubleToLongBits).toArray();
        int place = Arrays.mismatch(madeBits, expectedBits);
        assertThat(place)
                .describedAs(() -> what + " after step " + optimizer.t() + ", element " + place + ": "
                        + (place < 0 ? "" : made[place] + ", and the interpreter has " + expected[place]))
                .isEqualTo(-1);
    }

    private static String name(int tensor) {
        return "tensor" + tensor;
    }

    private static double[] rounded(double[] numbers, ElementType type) {
        return type == ElementType.FLOAT ? doubles(floats(numbers)) : numbers;
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
