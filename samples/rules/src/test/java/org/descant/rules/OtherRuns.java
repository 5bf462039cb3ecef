package org.descant.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.harness.Evaluation;
import org.descant.harness.ModelTensor;
import org.descant.harness.recorded.RecordedEvaluation;
import org.descant.harness.recorded.RecordedStep;
import org.descant.harness.recorded.Trajectory;

/**
 * A recorded run with other numbers: hyperparameters that are all different, none of them 0 and no eps too small to be seen, a rate that
 * falls and rises, and if wished weights and gradients of many sizes.
 */
final class OtherRuns {
    private static final double LEAST_EPS = 1e-6;

    private final EquationSystem rule;
    private final Trajectory recording;

    OtherRuns(EquationSystem rule, Trajectory recording) {
        this.rule = rule;
        this.recording = recording;
    }

    /** On the gradients of the recording, and on others. */
    List<Trajectory> all() {
        return List.of(onItsGradients(), onOtherGradients());
    }

    private Trajectory onItsGradients() {
        return with(recording.tensors(), withRates(recording.steps()));
    }

    /** From other weights, on gradients of many sizes: small ones first. */
    private Trajectory onOtherGradients() {
        SplittableRandom random = new SplittableRandom(23);
        List<ModelTensor> tensors = recording.tensors().stream()
                .map(tensor -> new ModelTensor(
                        tensor.name(),
                        tensor.shape(),
                        boxed(weights(random, tensor.start().size()))))
                .toList();
        List<RecordedStep> steps = new ArrayList<>();
        for (RecordedStep step : recording.steps()) {
            List<RecordedEvaluation> evaluations = step.evaluations().stream()
                    .map(evaluation -> evaluation(random, steps.size() + 1, evaluation))
                    .toList();
            steps.add(new RecordedStep(step.hypers(), step.inputs(), evaluations, step.values(), step.states()));
        }
        return with(tensors, withRates(steps));
    }

    private Trajectory with(List<ModelTensor> tensors, List<RecordedStep> steps) {
        return new Trajectory(
                recording.name(),
                recording.catalogue(),
                recording.rule(),
                recording.source(),
                recording.equations(),
                recording.tolerance(),
                hypers(),
                recording.options(),
                tensors,
                steps);
    }

    private Map<String, Double> hypers() {
        Map<String, Double> hypers = new LinkedHashMap<>();
        recording.hypers().forEach((name, value) -> {
            double other = other(name, value, hypers.size());
            boolean allowed = rule.hypers().stream()
                    .filter(hyper -> hyper.name().equals(name))
                    .map(Hyper::range)
                    .allMatch(range -> range.contains(other));
            hypers.put(name, allowed ? other : value);
        });
        return hypers;
    }

    private static double other(String name, double value, int place) {
        if (name.endsWith("warmup")) {
            return value - 0.5;
        } else if (name.equals("delta")) {
            return 0.6;
        } else if (Double.isInfinite(value) || (value > 1 && value == Math.rint(value))) {
            return value;
        } else if (name.startsWith("eps") && Math.abs(value) < LEAST_EPS) {
            return 1e-3 * (1 + 0.3 * place);
        } else if (value == 0) {
            return 0.03 + 0.007 * place;
        } else if (value > 0.5 && value < 1) {
            return 1 - (1 - value) * (1.2 + 0.06 * place);
        }
        return value * (1.15 + 0.06 * place);
    }

    private List<RecordedStep> withRates(List<RecordedStep> steps) {
        List<RecordedStep> changed = new ArrayList<>();
        Map<String, Double> hypers = hypers();
        for (RecordedStep step : steps) {
            int t = changed.size() + 1;
            Map<String, Double> rates = new LinkedHashMap<>();
            hypers.forEach((name, value) -> {
                if (name.equals("lr") && (t == 8 || t == 17)) {
                    rates.put(name, value * (t == 8 ? 0.4 : 0.9));
                }
            });
            changed.add(new RecordedStep(rates, step.inputs(), step.evaluations(), step.values(), step.states()));
        }
        return changed;
    }

    private RecordedEvaluation evaluation(SplittableRandom random, int step, RecordedEvaluation like) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        for (ModelTensor tensor : recording.tensors()) {
            double size = StrictMath.pow(10, random.nextInt(-3, step < 3 ? 0 : 2));
            double[] gradient = new double[tensor.start().size()];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = random.nextInt(8) == 0 ? 0 : size * random.nextDouble(-1, 1);
            }
            gradients.put(tensor.name(), gradient);
        }
        return new RecordedEvaluation(new Evaluation(random.nextDouble(0.1, 3), gradients), like.at());
    }

    private static double[] weights(SplittableRandom random, int length) {
        double[] weights = new double[length];
        for (int i = 0; i < length; i++) {
            weights[i] = random.nextDouble(0.05, 1.5) * (random.nextBoolean() ? 1 : -1);
        }
        return weights;
    }

    private static List<Double> boxed(double[] values) {
        List<Double> boxed = new ArrayList<>();
        for (double value : values) {
            boxed.add(value);
        }
        return boxed;
    }
}
