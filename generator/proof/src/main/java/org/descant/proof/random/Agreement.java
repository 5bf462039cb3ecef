package org.descant.proof.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.descant.compiler.compile.ClassFiles;
import org.descant.compiler.compile.RuleClasses;
import org.descant.compiler.interpret.Interpreter;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.runtime.Optimizer;
import org.descant.runtime.StateDescription;
import org.descant.runtime.StateShape;

/** A rule as it is interpreted and as a class, side by side on one model, compared bit for bit after every step. */
public final class Agreement {
    private final EquationSystem system;
    private final Trial trial;
    private final AwkwardNumbers numbers;
    private final TrialModel model;
    private final Interpreter interpreter;
    private Optimizer optimizer;
    private Optimizer resting;
    private final List<double[]> starts = new ArrayList<>();
    private final Map<String, Input> inputs;
    /** Inputs that the class has asked for in steps that do not read them, and those that it has not asked for in some step. */
    private final Set<String> excessive = new TreeSet<>();

    private final Set<String> spared = new HashSet<>();
    private GivenStep given;
    private boolean refused;

    private Agreement(EquationSystem system, ClassFiles files, Trial trial) {
        this.system = system;
        this.trial = trial;
        this.numbers = AwkwardNumbers.source(trial.seed());
        this.model = new TrialModel(trial);
        this.inputs = system.inputs().stream().collect(Collectors.toMap(Input::name, input -> input));
        this.given = new GivenStep(trial, model, numbers, inputs);
        interpreter = new Interpreter(system, trial.type(), trial.tensors());
        for (int i = 0; i < trial.tensors().size(); i++) {
            TensorSpec tensor = trial.tensors().get(i);
            double[] start = model.rounded(numbers.next(tensor.numel()));
            interpreter.setWeight(tensor.name(), start);
            model.setValues(i, start);
            starts.add(start);
        }
        optimizer = RuleClasses.create(files.load(), model.parameters());
        resting = RuleClasses.create(files.load(), model.parameters());
        resting.workers(EagerWorkers.of(trial.seed()));
    }

    /**
     * The first thing in which the class differs from its rule. All NaNs are one: Java leaves their bits open. Two optimizers of the class
     * make the steps in turn, each from the other's snapshot, so that all state is copied out and in on the way; one of them shares its steps
     * with other threads, however small they are.
     *
     * @param system what is interpreted: for a strict class the rule as it is written, before any rewrite
     */
    public static Optional<Difference> difference(EquationSystem system, ClassFiles files, Trial trial) {
        Agreement agreement = new Agreement(system, files, trial);
        for (int step = 1; step <= trial.steps(); step++) {
            if (step % 3 != 1) {
                agreement.changeHands();
            }
            agreement.set();
            Optional<Difference> found = agreement.step(step);
            if (found.isPresent() || agreement.refused) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void changeHands() {
        Optimizer next = resting;
        next.restore(optimizer.snapshot());
        resting = optimizer;
        optimizer = next;
    }

    private void set() {
        long groups = trial.tensors().stream().map(TensorSpec::group).distinct().count();
        for (Hyper hyper : system.hypers()) {
            if (hyper.perGroup()) {
                for (int group = 0; group < groups; group++) {
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
        List<double[]> before = values();
        given = new GivenStep(trial, model, numbers, inputs);
        Optional<String> expected = refusal(() -> interpreter.step(given));
        Optional<String> made = refusal(() -> given.take(optimizer));
        refused = expected.isPresent();
        if (expected.isPresent() != made.isPresent()) {
            return different("the whole step", step, made.orElse("done"), expected.orElse("done"));
        }
        if (refused) {
            boolean unmoved = Arrays.deepEquals(bits(before), bits(values()));
            return unmoved ? Optional.empty() : different("w after a refused step", step, "moved", "as before");
        }
        List<String> astray = new ArrayList<>(given.astray());
        strayInputs().forEach(input -> astray.add("asks for the input " + input + ", but not in every step"));
        return astray.isEmpty()
                ? compare(step)
                : different("what is asked for", step, String.join(", ", astray), "what the rule asks for");
    }

    /**
     * The inputs that the class asks for in steps that do not read them, but not in every step, as it may where it cannot know beforehand. It may
     * ask for fewer than the interpreter: an input whose equations reach neither w nor a state nor an output is none of the
     * class's, and a class that went without one that it needs has not the bits.
     */
    private List<String> strayInputs() {
        excessive.addAll(given.excess());
        inputs.keySet().stream().filter(input -> !given.taken().contains(input)).forEach(spared::add);
        return excessive.stream().filter(spared::contains).toList();
    }

    private List<double[]> values() {
        return IntStream.range(0, trial.tensors().size())
                .mapToObj(model::values)
                .toList();
    }

    private static long[][] bits(List<double[]> values) {
        return values.stream().map(Agreement::bits).toArray(long[][]::new);
    }

    private Optional<Difference> different(String what, int step, String made, String expected) {
        return Optional.of(new Difference(what, step, -1, made, expected, given(0, -1)));
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
            int place = i;
            Optional<Difference> found = compare("w", step, place, model.values(place), interpreter.weight(tensor));
            if (model.zeroesGradients()) {
                double[] gradient = model.gradient(place);
                found = found.or(() -> compare("gradient", step, place, gradient, new double[gradient.length]));
            }
            for (StateDescription state : states()) {
                if (!optimizer.keeps(tensor, state.name())) {
                    continue;
                }
                String name = state.name();
                found = found.or(
                        () -> compare(name, step, place, made(tensor, state), interpreter.state(name, tensor)));
            }
            for (Output output : system.outputs()) {
                found = found.or(() -> compare(
                        "output " + output.name(),
                        step,
                        place,
                        made(tensor, output),
                        interpreter.state(output.state().name(), tensor)));
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

    private double[] made(String tensor, StateDescription state) {
        return state.shape() == StateShape.PER_MODEL
                ? new double[] {optimizer.state(state.name())}
                : optimizer.state(tensor, state.name());
    }

    private double[] made(String tensor, Output output) {
        return output.state().shape().equals(Shape.MODEL)
                ? new double[] {optimizer.output(output.name())}
                : optimizer.output(tensor, output.name());
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
                given(tensor, place)));
    }

    /** Whether all bits are the same; all NaNs are one. */
    static boolean isSame(double[] made, double[] expected) {
        return Arrays.equals(bits(made), bits(expected));
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    private List<String> given(int tensor, int element) {
        List<String> lines = new ArrayList<>();
        if (element >= 0 && element < starts.get(tensor).length) {
            lines.add("w[0] = " + both(starts.get(tensor)[element]));
            double[] gradient = given.gradient(tensor);
            if (gradient.length > 0) {
                lines.add("g = " + both(gradient[element]));
            }
        }
        int group = trial.tensors().get(tensor).group();
        system.hypers().forEach(hyper -> lines.add(hyper.name() + " = " + interpreter.hyper(hyper.name(), group)));
        lines.add("trial seed " + trial.seed());
        return lines;
    }

    private static String both(double value) {
        return value + " (" + Double.toHexString(value) + ")";
    }
}
