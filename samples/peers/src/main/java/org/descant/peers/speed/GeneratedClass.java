package org.descant.peers.speed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.BiFunction;
import org.descant.compiler.Descant;
import org.descant.rules.AdamW;
import org.descant.rules.TrainingStep;
import org.descant.runtime.FlatLayout;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.ParametersBuilder;
import org.descant.speed.LimitRule;

/**
 * A class that Descant generates.
 *
 * @param isFlat whether the tensors lie side by side in one array
 * @param isRule whether it computes what the workload says, or only moves as many numbers
 * @param rule makes an optimizer
 */
record GeneratedClass(String name, boolean isFlat, boolean isRule, BiFunction<Workload, Parameters, Optimizer> rule)
        implements Contender {
    /** The rule of the workload, on tensors in arrays of their own. */
    static GeneratedClass separate() {
        return new GeneratedClass("Descant", false, true, GeneratedClass::ofLibrary);
    }

    /** The rule of the workload, on tensors side by side in one array. */
    static GeneratedClass flat() {
        return new GeneratedClass("Descant, FlatLayout", true, true, GeneratedClass::ofLibrary);
    }

    /** The rule of the workload compiled as relaxed, on tensors in arrays of their own. */
    static GeneratedClass relaxed() {
        return new GeneratedClass("Descant, relaxed", false, true, (workload, parameters) -> Descant.compiler()
                .relaxed()
                .compile(text(workload))
                .create(parameters));
    }

    private static String text(Workload workload) {
        String file =
                switch (workload) {
                    case ADAMW -> "adamw.opt";
                    case TRAINING_STEP -> "trainingstep.opt";
                };
        try (InputStream stream =
                Objects.requireNonNull(GeneratedClass.class.getResourceAsStream("/META-INF/descant/rules/" + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule that reads and writes as many numbers and adds one to each: the traffic of memory and nothing else. */
    static GeneratedClass limit() {
        return new GeneratedClass("same traffic", false, false, (workload, parameters) -> Descant.compile(
                        LimitRule.text(LimitRule.states(moved(workload))))
                .create(parameters));
    }

    private static Optimizer ofLibrary(Workload workload, Parameters parameters) {
        return switch (workload) {
            case ADAMW -> new AdamW(parameters);
            case TRAINING_STEP -> new TrainingStep(parameters);
        };
    }

    /** Numbers that go between memory and processor for each element: w, m, v twice and g; in the training step g and the average twice more. */
    private static int moved(Workload workload) {
        return switch (workload) {
            case ADAMW -> 7;
            case TRAINING_STEP -> 11;
        };
    }

    @Override
    public Course start(Workload workload, Size size) {
        if (isFlat && size.tensors() == 1) {
            throw new IllegalArgumentException("one tensor is flat as it is");
        }
        Tensors tensors = isFlat ? Tensors.flat(size) : Tensors.separate(size, 0);
        ParametersBuilder parameters = isFlat ? flat(size, tensors) : separate(tensors);
        if (isRule && workload == Workload.TRAINING_STEP) {
            parameters.zeroGradients();
        }
        return new OfOptimizer(rule.apply(workload, parameters.build()), tensors);
    }

    private static ParametersBuilder separate(Tensors tensors) {
        ParametersBuilder builder = Parameters.builder();
        for (int i = 0; i < tensors.count(); i++) {
            builder.tensor("tensor" + i, tensors.values(i), tensors.gradient(i), tensors.values(i).length);
        }
        return builder;
    }

    private static ParametersBuilder flat(Size size, Tensors tensors) {
        FlatLayout layout = new FlatLayout();
        for (int i = 0; i < size.tensors(); i++) {
            layout.tensor("tensor" + i, size.length());
        }
        return layout.builder(tensors.values(0), tensors.gradient(0));
    }

    private record OfOptimizer(Optimizer optimizer, Tensors tensors) implements Course {
        @Override
        public void refill() {
            tensors.refill();
        }

        @Override
        public void step() {
            optimizer.step();
        }

        @Override
        public double[] values() {
            return tensors.last();
        }

        @Override
        public void close() {}
    }
}
