package org.descant.proof.validate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.State;
import org.descant.harness.Evaluation;
import org.descant.harness.ModelTensor;
import org.descant.harness.compare.Allowance;
import org.descant.harness.compare.RecordedAllowance;
import org.descant.harness.recorded.RecordedStep;
import org.descant.harness.recorded.Trajectory;
import org.descant.proof.bound.BoundedRun;
import org.descant.proof.bound.BoundedSource;
import org.descant.runtime.ElementType;

/**
 * How far a run in float may be from a recording in double, element by element: what rounding to float can have done to this value up to
 * this step, which {@link org.descant.proof.bound} works out from the equations, and the tolerance of the recording, which is how far the
 * recorded number itself may be from them. The bound counts the rounding of the start and of the gradients as well; it is infinite where
 * rounding can change what the rule does, such as the sign of a number near 0.
 */
public final class FloatAllowance implements Allowance {
    private final Allowance recorded;
    /** By quantity, tensor and step. */
    private final Map<List<Object>, double[]> bounds = new HashMap<>();

    private long undecided;

    private FloatAllowance(Trajectory recording) {
        this.recorded = new RecordedAllowance(recording);
    }

    /**
     * Works out the bounds of a rule on a recording.
     *
     * @throws IllegalArgumentException if the rule is not one that the recording can be replayed on
     */
    public static FloatAllowance of(EquationSystem rule, Trajectory recording) {
        FloatAllowance allowance = new FloatAllowance(recording);
        List<TensorSpec> tensors = recording.tensors().stream()
                .map(tensor -> new TensorSpec(tensor.name(), tensor.shape(), 0))
                .toList();
        BoundedRun run = new BoundedRun(rule, ElementType.FLOAT, tensors);
        recording.tensors().forEach(tensor -> run.setWeight(tensor.name(), tensor.values()));
        recording.hypers().forEach(run::set);
        for (int t = 1; t <= recording.steps().size(); t++) {
            RecordedStep step = recording.steps().get(t - 1);
            step.hypers().forEach(run::set);
            run.step(allowance.new Source(recording, t));
            for (ModelTensor tensor : recording.tensors()) {
                allowance.bounds.put(List.of("w", tensor.name(), t), run.bound(tensor.name()));
                for (State state : rule.states()) {
                    allowance.bounds.put(
                            List.of(state.name(), tensor.name(), t), run.stateBound(state.name(), tensor.name()));
                }
            }
        }
        allowance.undecided = run.undecided();
        return allowance;
    }

    @Override
    public double of(String quantity, String tensor, int step, int element) {
        double[] bound = bounds.get(List.of(quantity, tensor, step));
        if (bound == null) {
            return Double.POSITIVE_INFINITY;
        }
        return bound[bound.length == 1 ? 0 : element] + recorded.of(quantity, tensor, step, element);
    }

    /** The share of all parameters, over all steps, of which rounding could have made anything. */
    public double open() {
        long all = 0;
        long open = 0;
        for (Map.Entry<List<Object>, double[]> entry : bounds.entrySet()) {
            if (entry.getKey().get(0).equals("w")) {
                all += entry.getValue().length;
                open += Arrays.stream(entry.getValue())
                        .filter(bound -> !Double.isFinite(bound))
                        .count();
            }
        }
        return all == 0 ? 0 : (double) open / all;
    }

    /** How many values of the run could have been others in exact arithmetic. */
    public long undecided() {
        return undecided;
    }

    /** The recorded gradients of one step, which stay the same wherever they are asked for. */
    private final class Source implements BoundedSource {
        private final Trajectory recording;
        private final int step;
        private int evaluations;

        Source(Trajectory recording, int step) {
            this.recording = recording;
            this.step = step;
        }

        @Override
        public double evaluate(
                int evaluation,
                double[][] point,
                double[][] pointErrors,
                double[][] gradients,
                double[][] gradientErrors) {
            Evaluation given = recording
                    .steps()
                    .get(step - 1)
                    .evaluations()
                    .get(evaluations++)
                    .given();
            for (int i = 0; i < gradients.length; i++) {
                String tensor = recording.tensors().get(i).name();
                bounds.merge(List.of("at", tensor, step), pointErrors[i].clone(), FloatAllowance::larger);
                double[] gradient = given.gradients().getOrDefault(tensor, new double[0]);
                gradients[i] = Arrays.copyOf(gradient, gradient.length);
            }
            return given.loss();
        }

        @Override
        public double[][] input(String name) {
            Map<String, double[]> input =
                    recording.steps().get(step - 1).inputs().getOrDefault(name, Map.of());
            return recording.tensors().stream()
                    .map(tensor -> input.getOrDefault(tensor.name(), new double[0]))
                    .toArray(double[][]::new);
        }
    }

    private static double[] larger(double[] a, double[] b) {
        double[] larger = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            larger[i] = Math.max(a[i], b[i]);
        }
        return larger;
    }
}
