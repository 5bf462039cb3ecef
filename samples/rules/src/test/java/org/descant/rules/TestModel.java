package org.descant.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.descant.compiler.ir.EquationSystem;
import org.descant.harness.Evaluation;
import org.descant.harness.ModelTensor;
import org.descant.harness.compare.Course;
import org.descant.runtime.ElementType;
import org.descant.runtime.Parameters;
import org.descant.runtime.ParametersBuilder;

/** A small model in either element type. */
final class TestModel {
    /** Two tensors that start at numbers of either sign. */
    static final List<ModelTensor> TENSORS = List.of(start("weight", 3, 7), start("bias", 5));

    private final List<TestTensor> tensors = new ArrayList<>();
    private final Parameters parameters;

    TestModel(ElementType type, List<ModelTensor> starts) {
        ParametersBuilder builder = Parameters.builder();
        for (ModelTensor start : starts) {
            TestTensor tensor = new TestTensor(start.name(), type, start.values().length);
            tensor.setValues(start.values());
            tensor.addTo(builder, start.dimensions());
            tensors.add(tensor);
        }
        parameters = builder.build();
    }

    Parameters parameters() {
        return parameters;
    }

    /** The tensor of that name. */
    TestTensor tensor(String name) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Gradients of {@link #TENSORS} for one step: floats of several sizes, some of them 0. */
    static Map<String, double[]> gradients(SplittableRandom random) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        for (ModelTensor tensor : TENSORS) {
            double[] gradient = new double[tensor.values().length];
            for (int i = 0; i < gradient.length; i++) {
                double size = random.nextInt(5) == 0 ? 0 : StrictMath.pow(10, random.nextInt(4) - 2);
                gradient[i] = (float) ((2 * random.nextDouble() - 1) * size);
            }
            gradients.put(tensor.name(), gradient);
        }
        return gradients;
    }

    /** Some steps on {@link #TENSORS}, each with all that a rule asks for. */
    static Course course(long seed, int steps, EquationSystem rule) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Course(
                TENSORS,
                Map.of(),
                Stream.generate(() -> feed(random, rule)).limit(steps).toList());
    }

    private static Course.Feed feed(SplittableRandom random, EquationSystem rule) {
        Map<String, Map<String, double[]>> inputs = new LinkedHashMap<>();
        rule.inputs().forEach(input -> inputs.put(input.name(), gradients(random)));
        List<Evaluation> evaluations = rule.evaluations().stream()
                .map(evaluation -> new Evaluation((float) random.nextDouble(), gradients(random)))
                .toList();
        return new Course.Feed(Map.of(), inputs, evaluations);
    }

    private static ModelTensor start(String name, Integer... shape) {
        int length = 1;
        for (int dimension : shape) {
            length *= dimension;
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            values.add((i - length / 2) * 0.25);
        }
        return new ModelTensor(name, List.of(shape), values);
    }
}
