package org.descant.proof.bound;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.State;
import org.descant.harness.Evaluation;
import org.descant.harness.ModelTensor;
import org.descant.harness.compare.Allowance;
import org.descant.harness.compare.RecordedAllowance;
import org.descant.harness.recorded.RecordedStep;
import org.descant.harness.recorded.Trajectory;
import org.descant.runtime.ElementType;

/**
 * How far a run of a rule in some element type may be from a recording of it: what rounding explains, of the inputs too, and what the
 * recording itself may be off. The points of evaluations are not bounded; the gradients there are those that were recorded.
 */
public final class RecordedBounds implements Allowance {
    private record Key(String quantity, String tensor, int step) {}

    private final Allowance recorded;
    private final Map<Key, double[]> bounds = new HashMap<>();
    private long undecided;

    private RecordedBounds(Allowance recorded) {
        this.recorded = recorded;
    }

    /**
     * Runs the rule on what the recording was given.
     *
     * @param trajectory under the names of the rule
     */
    public static RecordedBounds of(EquationSystem system, Trajectory trajectory, ElementType type) {
        RecordedBounds bounds = new RecordedBounds(new RecordedAllowance(trajectory));
        List<TensorSpec> model = trajectory.tensors().stream()
                .map(tensor -> new TensorSpec(tensor.name(), tensor.shape(), 0))
                .toList();
        BoundedRun run = new BoundedRun(system, type, model);
        for (ModelTensor tensor : trajectory.tensors()) {
            run.setWeight(tensor.name(), tensor.values());
        }
        trajectory.hypers().forEach(run::set);
        for (int step = 1; step <= trajectory.steps().size(); step++) {
            RecordedStep given = trajectory.steps().get(step - 1);
            given.hypers().forEach(run::set);
            run.step(new Source(given, model));
            for (TensorSpec tensor : model) {
                bounds.bounds.put(new Key("w", tensor.name(), step), run.bound(tensor.name()));
                for (State state : system.states()) {
                    bounds.bounds.put(
                            new Key(state.name(), tensor.name(), step), run.stateBound(state.name(), tensor.name()));
                }
            }
        }
        bounds.undecided = run.undecided();
        return bounds;
    }

    @Override
    public double of(String quantity, String tensor, int step, int element) {
        return Optional.ofNullable(bounds.get(new Key(quantity, tensor, step)))
                .filter(bound -> element < bound.length)
                .map(bound -> bound[element] + recorded.of(quantity, tensor, step, element))
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** How many values of the run could have been others in exact arithmetic. */
    public long undecided() {
        return undecided;
    }

    /** The share of parameters, of all steps, that have a bound. */
    public double bounded() {
        double[] parameters = bounds.entrySet().stream()
                .filter(entry -> entry.getKey().quantity().equals("w"))
                .flatMapToDouble(entry -> Arrays.stream(entry.getValue()))
                .toArray();
        return Arrays.stream(parameters).filter(Double::isFinite).count() / (double) Math.max(1, parameters.length);
    }

    /** One recorded step as the caller of a run. */
    private record Source(RecordedStep step, List<TensorSpec> model) implements StepSource {
        @Override
        public double evaluate(int evaluation, double[][] point, double[][] gradients) {
            Evaluation given = step.evaluations().get(evaluation).given();
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] = values(given.gradients(), model.get(i)).clone();
            }
            return given.loss();
        }

        @Override
        public double[][] input(String name) {
            Map<String, double[]> given = Optional.ofNullable(step.inputs().get(name))
                    .orElseThrow(() -> new IllegalArgumentException("there is no input '" + name + "'"));
            return model.stream().map(tensor -> values(given, tensor)).toArray(double[][]::new);
        }

        private static double[] values(Map<String, double[]> byTensor, TensorSpec tensor) {
            return Optional.ofNullable(byTensor.get(tensor.name()))
                    .orElseThrow(() -> new IllegalArgumentException("there is nothing for '" + tensor.name() + "'"));
        }
    }
}
