package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.compiler.interpret.Interpreter;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.harness.numbers.AwkwardNumbers;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.ParametersBuilder;
import org.descant.runtime.Snapshot;
import org.descant.runtime.StateDescription;
import org.descant.runtime.StateShape;

/**
 * A model of tensors of awkward shapes that the interpreter and a generated class move side by side, compared bit for bit. All lie in one
 * array of values and one of gradients, some beside each other and some at another offset in one than in the other.
 */
final class Agreement {
    static final List<List<Integer>> AWKWARD_SHAPES =
            vectors(0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 511, 512, 513, 1023, 4095, 4096, 4097, 4609);

    /** Every rank from 0 to 4, axes of length 0 and 1, and tensors longer than a block. */
    static final List<List<Integer>> SOME_SHAPES = List.of(
            List.of(5),
            List.of(0),
            List.of(),
            List.of(3, 4),
            List.of(1, 6),
            List.of(6, 1),
            List.of(2, 0),
            List.of(2, 3, 2),
            List.of(2, 1, 3, 2),
            List.of(17),
            List.of(130, 40));

    private final AwkwardNumbers numbers;
    private final EquationSystem system;
    private final Interpreter interpreter;
    private Optimizer optimizer;
    private Optimizer resting;
    private boolean changesHands;
    private final ElementType type;
    private final int[] lengths;
    private final int[] offsets;
    private final int[] gradientOffsets;
    private final float[] floats;
    private final float[] floatGradients;
    private final double[] doubles;
    private final double[] doubleGradients;
    private boolean exactInputs;

    /**
     * Of four tensors, two belong to a second group.
     *
     * @param system what is interpreted
     * @param files what was generated from it
     */
    Agreement(EquationSystem system, ClassFiles files, ElementType type, List<List<Integer>> shapes, long seed) {
        this.system = system;
        this.type = type;
        this.numbers = AwkwardNumbers.source(seed);
        List<TensorSpec> specs = new ArrayList<>();
        lengths = new int[shapes.size()];
        offsets = new int[shapes.size()];
        gradientOffsets = new int[shapes.size()];
        int end = 0;
        int gap = 0;
        for (int i = 0; i < lengths.length; i++) {
            specs.add(new TensorSpec(name(i), shapes.get(i), group(i)));
            gap += i % 4 == 3 ? 1 : 0;
            lengths[i] = specs.get(i).numel();
            offsets[i] = end;
            gradientOffsets[i] = end + gap;
            end += lengths[i];
        }
        boolean isFloat = type == ElementType.FLOAT;
        floats = new float[isFloat ? end : 0];
        floatGradients = new float[isFloat ? end + gap : 0];
        doubles = new double[isFloat ? 0 : end];
        doubleGradients = new double[isFloat ? 0 : end + gap];
        interpreter = new Interpreter(system, type, specs);
        ParametersBuilder parameters = Parameters.builder();
        for (int i = 0; i < lengths.length; i++) {
            double[] start = rounded(numbers.next(lengths[i]));
            interpreter.setWeight(name(i), start);
            put(start, floats, doubles, offsets[i]);
            parameters.group("group" + group(i));
            int[] shape = shapes.get(i).stream().mapToInt(Integer::intValue).toArray();
            if (isFloat) {
                parameters.tensor(name(i), floats, offsets[i], floatGradients, gradientOffsets[i], shape);
            } else {
                parameters.tensor(name(i), doubles, offsets[i], doubleGradients, gradientOffsets[i], shape);
            }
        }
        Parameters model = parameters.build();
        optimizer = RuleClasses.create(files.load(), model);
        resting = RuleClasses.create(files.load(), model);
    }

    private static int group(int tensor) {
        return tensor / 2 % 2;
    }

    private static List<List<Integer>> vectors(Integer... lengths) {
        return Arrays.stream(lengths).map(List::of).toList();
    }

    /** Requires that the class asks for the very inputs that the interpreter asks for; of what nothing needs that knows nothing. */
    Agreement asksForInputsExactly() {
        exactInputs = true;
        return this;
    }

    /** Lets two optimizers make the steps in turn, each from the other's snapshot. */
    Agreement changesHands() {
        changesHands = true;
        return this;
    }

    private void changeHands() {
        Snapshot state = optimizer.snapshot();
        Optimizer next = resting;
        resting = optimizer;
        optimizer = next;
        optimizer.restore(state);
        sameStates("a restored state", optimizer.snapshot(), state);
    }

    /** Makes steps on both sides and compares values and states after each. */
    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            if (changesHands && step % 3 != 0) {
                changeHands();
            }
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
        Caller caller = new Caller();
        interpreter.step(caller);
        optimizer.inputs(caller::give);
        boolean isPlain = optimizer.description().takesGradientInPlace()
                && optimizer.description().inputs().isEmpty()
                && !optimizer.description().readsLoss();
        if (isPlain) {
            caller.putGradients();
            optimizer.step();
        } else {
            failingEvaluationsChangeNothing(caller);
            caller.step();
        }
        compare();
    }

    /** An evaluation that throws, whichever of the step it is, leaves values and states as they were. */
    private void failingEvaluationsChangeNothing(Caller caller) {
        double[] before = take(0, end());
        long t = optimizer.t();
        Snapshot states = optimizer.snapshot();
        for (int failing = 0; failing < caller.asked.size(); failing++) {
            int last = failing;
            int[] calls = {0};
            assertThatThrownBy(() -> optimizer.step(number -> {
                        if (calls[0]++ == last) {
                            throw new UnsupportedOperationException("no gradient");
                        }
                        return caller.evaluate(number);
                    }))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("no gradient");
            same("w after a failed evaluation", take(0, end()), before);
            assertThat(optimizer.t()).isEqualTo(t);
            sameStates("a state after a failed evaluation", optimizer.snapshot(), states);
        }
    }

    private void sameStates(String kind, Snapshot made, Snapshot expected) {
        for (StateDescription state : optimizer.description().states()) {
            for (int i = 0; i < lengths.length; i++) {
                if (!optimizer.keeps(name(i), state.name())) {
                    continue;
                }
                String what = state.name() + ", " + kind;
                switch (state.shape()) {
                    case PER_MODEL ->
                        same(what, new double[] {made.number(state.name())}, new double[] {expected.number(state.name())
                        });
                    case PER_STEP, PER_TENSOR ->
                        same(what, new double[] {made.number(name(i), state.name())}, new double[] {
                            expected.number(name(i), state.name())
                        });
                    default ->
                        same(what, made.elements(name(i), state.name()), expected.elements(name(i), state.name()));
                }
            }
        }
    }

    private int end() {
        return Arrays.stream(lengths).sum();
    }

    /**
     * What was given to the interpreter.
     *
     * @param gradients for each tensor
     */
    private record Given(int evaluation, List<double[]> point, List<double[]> gradients, double loss) {}

    /** What both sides are given in a step: for each evaluation new gradients and a loss, and new inputs. */
    private final class Caller implements StepSource {
        private final List<Given> asked = new ArrayList<>();
        private final Map<String, double[][]> inputs = new HashMap<>();
        private final Set<String> taken = new HashSet<>();
        private int made;

        @Override
        public double evaluate(int evaluation, double[][] point, double[][] gradients) {
            for (int i = 0; i < lengths.length; i++) {
                gradients[i] = rounded(numbers.next(lengths[i]));
            }
            Given given = new Given(evaluation, List.of(point), List.of(gradients), numbers.nextPositive());
            asked.add(given);
            return given.loss();
        }

        @Override
        public double[][] input(String name) {
            return inputs.computeIfAbsent(name, this::values);
        }

        private double[][] values(String name) {
            Input input = declared(name);
            if (input.shape().equals(Shape.MODEL)) {
                return new double[][] {{numbers.nextPositive()}};
            }
            return interpreter.tensors().stream()
                    .map(tensor -> numbers.next(tensor.count(input.shape(), input.view())))
                    .map(values -> input.shape().isNumber() ? values : rounded(values))
                    .toArray(double[][]::new);
        }

        private Input declared(String name) {
            return system.inputs().stream()
                    .filter(input -> input.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        void give(String name) {
            taken.add(name);
            double[][] values = input(name);
            Shape shape = declared(name).shape();
            if (shape.equals(Shape.MODEL)) {
                optimizer.input(name, values[0][0]);
                return;
            }
            for (int i = 0; i < values.length; i++) {
                if (shape.equals(Shape.TENSOR)) {
                    optimizer.input(name, name(i), values[i][0]);
                } else if (type == ElementType.FLOAT && !shape.isNumber()) {
                    float[] narrow = new float[values[i].length];
                    Agreement.this.put(values[i], narrow, doubles, 0);
                    optimizer.input(name, name(i), narrow, 0);
                } else {
                    optimizer.input(name, name(i), values[i], 0);
                }
            }
        }

        /** Makes the step of the class, which has to ask for what the interpreter asked for, in its order. */
        void step() {
            made = 0;
            taken.clear();
            Set<String> wanted = Set.copyOf(inputs.keySet());
            optimizer.step(this::check);
            if (exactInputs) {
                assertThat(taken).describedAs("inputs").isEqualTo(wanted);
            }
            assertThat(made).describedAs("evaluations").isEqualTo(asked.size());
        }

        private double check(int number) {
            Given given = asked.get(made++);
            assertThat(system.evaluations().get(number).index()).isEqualTo(given.evaluation());
            for (int i = 0; i < lengths.length; i++) {
                same(
                        "the point of evaluation " + number,
                        take(offsets[i], lengths[i]),
                        given.point().get(i));
            }
            return evaluate(number);
        }

        /** Puts the gradients of an evaluation in place. */
        double evaluate(int number) {
            int evaluation = system.evaluations().get(number).index();
            for (Given given : asked) {
                if (given.evaluation() == evaluation) {
                    put(given.gradients());
                    return given.loss();
                }
            }
            throw new AssertionError("the interpreter does not ask for evaluation " + evaluation);
        }

        /** Puts the gradients of the only evaluation in place, if there is one. */
        void putGradients() {
            asked.forEach(given -> put(given.gradients()));
        }

        private void put(List<double[]> gradients) {
            for (int i = 0; i < lengths.length; i++) {
                Agreement.this.put(gradients.get(i), floatGradients, doubleGradients, gradientOffsets[i]);
            }
        }
    }

    private void compare() {
        Set<String> known = system.states().stream().map(State::name).collect(Collectors.toSet());
        for (int i = 0; i < lengths.length; i++) {
            same("w of a tensor of " + lengths[i], take(offsets[i], lengths[i]), interpreter.weight(name(i)));
            for (Output output : system.outputs()) {
                if (!output.state().shape().equals(Shape.MODEL)) {
                    same(
                            "the output " + output.name() + " of a tensor of " + lengths[i],
                            optimizer.output(name(i), output.name()),
                            interpreter.state(output.state().name(), name(i)));
                }
            }
            for (StateDescription state : optimizer.description().states()) {
                // What the interpreter does not know is a number that is kept for an output, which it stores.
                if (known.contains(state.name()) && optimizer.keeps(name(i), state.name())) {
                    double[] made = state.shape() == StateShape.PER_MODEL
                            ? new double[] {optimizer.state(state.name())}
                            : optimizer.state(name(i), state.name());
                    same(
                            state.name() + " of a tensor of " + lengths[i],
                            made,
                            interpreter.state(state.name(), name(i)));
                }
            }
        }
    }

    private void put(double[] from, float[] asFloats, double[] asDoubles, int offset) {
        for (int i = 0; i < from.length; i++) {
            if (type == ElementType.FLOAT) {
                asFloats[offset + i] = (float) from[i];
            } else {
                asDoubles[offset + i] = from[i];
            }
        }
    }

    private double[] take(int offset, int length) {
        double[] taken = new double[length];
        for (int i = 0; i < length; i++) {
            taken[i] = type == ElementType.FLOAT ? floats[offset + i] : doubles[offset + i];
        }
        return taken;
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

    private double[] rounded(double[] exact) {
        return type == ElementType.FLOAT
                ? Arrays.stream(exact).map(number -> (float) number).toArray()
                : exact;
    }
}
