package org.descant.harness.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import org.descant.harness.Evaluation;
import org.descant.harness.ModelTensor;

/** Courses that no optimizer was ever on. */
public final class Courses {
    private static final List<ModelTensor> MODEL = List.of(tensor("weight", 3, 7), tensor("bias", 5));

    private Courses() {}

    /**
     * Two small tensors of parameters of either sign, and gradients of several sizes, some of them 0: floats, so that a run in float takes
     * the same.
     */
    public static Course ordinary(long seed, int steps) {
        return ordinary(seed, steps, 1, Map.of());
    }

    /**
     * The same for an optimizer that asks for several gradients in a step, or for further inputs, which are like gradients.
     *
     * @param inputs how many values a tensor has of each, by name; of one that the model has a value of, 1
     */
    public static Course ordinary(
            long seed, int steps, int evaluations, Map<String, ToIntFunction<ModelTensor>> inputs) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Course.Feed> feeds = new ArrayList<>();
        for (int t = 1; t <= steps; t++) {
            List<Evaluation> given = new ArrayList<>();
            for (int i = 0; i < evaluations; i++) {
                given.add(new Evaluation(1.0 / (t + i), gradients(random, tensor -> tensor.start()
                        .size())));
            }
            Map<String, Map<String, double[]>> further = new LinkedHashMap<>();
            inputs.forEach((input, count) -> further.put(input, gradients(random, count)));
            feeds.add(new Course.Feed(Map.of(), further, given));
        }
        return new Course(MODEL, Map.of(), feeds);
    }

    private static Map<String, double[]> gradients(SplittableRandom random, ToIntFunction<ModelTensor> count) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        MODEL.forEach(tensor -> gradients.put(tensor.name(), gradient(random, count.applyAsInt(tensor))));
        return gradients;
    }

    private static double[] gradient(SplittableRandom random, int length) {
        double[] gradient = new double[length];
        for (int i = 0; i < length; i++) {
            double size = random.nextInt(5) == 0 ? 0 : StrictMath.pow(10, random.nextInt(4) - 2);
            gradient[i] = (float) ((2 * random.nextDouble() - 1) * size);
        }
        return gradient;
    }

    private static ModelTensor tensor(String name, Integer... shape) {
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
