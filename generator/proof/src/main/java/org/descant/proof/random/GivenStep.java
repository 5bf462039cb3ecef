package org.descant.proof.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.Shape;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;

/**
 * What both sides are given in a step: gradients, losses and inputs, made up when the interpreter asks for them and remembered for the
 * class, which has to ask for the same.
 */
final class GivenStep implements StepSource {
    /** Points and gradients are those of all tensors, in their order. */
    private record Asked(int evaluation, List<double[]> point, List<double[]> gradients, double loss) {}

    private final Trial trial;
    private final TrialModel model;
    private final AwkwardNumbers numbers;
    /** The inputs of the rule, by name. */
    private final Map<String, Input> declared;

    private final List<Asked> asked = new ArrayList<>();
    private final Map<String, double[][]> inputs = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<String> astray = new ArrayList<>();
    private int made;

    GivenStep(Trial trial, TrialModel model, AwkwardNumbers numbers, Map<String, Input> declared) {
        this.trial = trial;
        this.model = model;
        this.numbers = numbers;
        this.declared = declared;
    }

    @Override
    public double evaluate(int evaluation, double[][] point, double[][] gradients) {
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = model.rounded(numbers.next(trial.tensors().get(i).numel()));
        }
        Asked given = new Asked(evaluation, List.of(point.clone()), List.of(gradients.clone()), numbers.next());
        asked.add(given);
        return given.loss();
    }

    @Override
    public double[][] input(String name) {
        return inputs.computeIfAbsent(name, this::madeUp);
    }

    private double[][] madeUp(String name) {
        Input input = declared(name);
        if (input.shape().equals(Shape.MODEL)) {
            return new double[][] {{numbers.next()}};
        }
        return trial.tensors().stream()
                .map(tensor -> numbers.next(tensor.count(input.shape(), input.view())))
                .map(values -> input.shape().isNumber() ? values : model.rounded(values))
                .toArray(double[][]::new);
    }

    private Input declared(String name) {
        Input input = declared.get(name);
        if (input == null) {
            throw new IllegalArgumentException("the rule has no input '" + name + "'");
        }
        return input;
    }

    /** Makes the step of the class. */
    void take(Optimizer optimizer) {
        optimizer.inputs(name -> give(optimizer, name));
        boolean inPlace = optimizer.description().takesGradientInPlace()
                && !optimizer.description().readsLoss();
        if (inPlace) {
            asked.forEach(this::put);
            made = asked.size();
            optimizer.step();
        } else {
            optimizer.step(this::evaluate);
        }
    }

    private double evaluate(int number) {
        if (made == asked.size()) {
            astray.add("asks for evaluation " + number + " as well");
            return numbers.next();
        }
        Asked given = asked.get(made++);
        for (int i = 0; i < trial.tensors().size(); i++) {
            if (!Agreement.isSame(model.values(i), given.point().get(i))) {
                astray.add("is at another point of tensor "
                        + trial.tensors().get(i).name() + " in evaluation " + number);
            }
        }
        put(given);
        return given.loss();
    }

    private void put(Asked given) {
        for (int i = 0; i < trial.tensors().size(); i++) {
            model.setGradient(i, given.gradients().get(i));
        }
    }

    private void give(Optimizer optimizer, String name) {
        taken.add(name);
        double[][] values = inputs.containsKey(name) ? input(name) : madeUp(name);
        Shape shape = declared(name).shape();
        if (shape.equals(Shape.MODEL)) {
            optimizer.input(name, values[0][0]);
            return;
        }
        for (int i = 0; i < values.length; i++) {
            TensorSpec tensor = trial.tensors().get(i);
            if (shape.equals(Shape.TENSOR)) {
                optimizer.input(name, tensor.name(), values[i][0]);
            } else if (trial.type() == ElementType.FLOAT && !shape.isNumber()) {
                float[] narrow = new float[values[i].length];
                for (int k = 0; k < narrow.length; k++) {
                    narrow[k] = (float) values[i][k];
                }
                optimizer.input(name, tensor.name(), narrow, 0);
            } else {
                optimizer.input(name, tensor.name(), values[i], 0);
            }
        }
    }

    /** The inputs that the class asked for though the interpreter did not. */
    Set<String> excess() {
        Set<String> excess = new TreeSet<>(taken);
        excess.removeAll(inputs.keySet());
        return excess;
    }

    /** The inputs that the class asked for. */
    Set<String> taken() {
        return Set.copyOf(taken);
    }

    /** The evaluations that the class asked for and the interpreter did not, and the other way round; empty if nothing. */
    List<String> astray() {
        List<String> all = new ArrayList<>(astray);
        if (made < asked.size()) {
            all.add("asks for " + made + " evaluations, not " + asked.size());
        }
        return all;
    }

    /** The gradient of the last evaluation of a tensor that was made; none if none was. */
    double[] gradient(int tensor) {
        return asked.isEmpty()
                ? new double[0]
                : asked.get(asked.size() - 1).gradients().get(tensor);
    }
}
