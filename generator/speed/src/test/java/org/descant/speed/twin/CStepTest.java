package org.descant.speed.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.descant.compiler.Descant;
import org.descant.compiler.ir.InputRead;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Plan;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.ElementType;
import org.descant.runtime.InputDescription;
import org.descant.runtime.Parameters;
import org.descant.speed.c.CArrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole steps in C leave what the runtime's steps leave; of what is added in another order, all but the last digits. */
class CStepTest {
    private static final int ROWS = 67;
    private static final int COLS = 129;
    private static final int STEPS = 4;
    private static final double DIFFERENCE = 1e-9;

    private static Optional<Gcc> gcc = Optional.empty();

    @BeforeAll
    static void findGcc() {
        gcc = Gcc.find(missing -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w[t] = w[t-1] - g * mean(g^2 per row)",
                "w[t] = w[t-1] - g * amax(g per row)",
                "w[t] = w[t-1] - g * amin(g per row)",
                "w[t] = w[t-1] - g * sum(g per row)",
                "w[t] = w[t-1] - g * mean(g^2 per col)",
                "w[t] = w[t-1] - g * amax(g per col)",
                "w[t] = w[t-1] - g * amin(g per col)",
                "w[t] = w[t-1] - g * sum(g per col)",
                "w[t] = w[t-1] - g * mean(g^2 per matrix)",
                "w[t] = w[t-1] - g * amax(g per matrix)",
                "w[t] = w[t-1] - g * amin(g per matrix)",
                "w[t] = w[t-1] - g * sum(g per matrix)",
                "w[t] = w[t-1] - g * amin(mean(g^2 per row) per matrix)",
                "w[t] = w[t-1] - g * mean(amax(g per col) per matrix)",
                "w[t] = w[t-1] - g * amax(g per row) * mean(g^2 per col) * amin(g per matrix)",
                "state r = 0  state c = 0  r[t] = 0.9 * r[t-1] + amax(g per row)  c[t] = 0.9 * c[t-1] + mean(g per col)"
                        + "  w[t] = w[t-1] - g * r[t] / (1 + mean(r[t]^2 per matrix)) - c[t-1]",
                "w[t] = w[t-1] - g[t-2] * 0.5 + g[t-1]",
                "w[t] = w[t-1] - mean(g[t-2] per row) * amax(g per col)",
                "h = grad(w[t-1] + 0.1 * g)  w[t] = 0.9 * w[t-1] - 0.1 * h",
            })
    void step_leavesWhatTheJavaLeaves(String equations) {
        check(new SourceText("rule.opt", "optimizer Rule(w, g) {\n" + equations.replace("  ", "\n") + "\n}\n"));
    }

    /** Those of the library whose sweeps are not all loops over elements. */
    static List<String> rules() throws IOException {
        List<String> some = new ArrayList<>();
        for (String name : LibraryRules.names()) {
            Plan plan = Descant.compiler()
                    .run(LibraryRules.source(name), "compile")
                    .executionPlan()
                    .orElseThrow();
            boolean isPlain = plan.cells().isEmpty()
                    && plan.rings().isEmpty()
                    && !plan.movesValues()
                    && plan.sweeps().stream()
                            .allMatch(sweep -> sweep.reductions().isEmpty());
            if (!isPlain) {
                some.add(name);
            }
        }
        assertThat(some).hasSizeGreaterThan(30);
        return some;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void stepOfTheLibrary_leavesWhatTheJavaLeaves(String rule) throws IOException {
        check(LibraryRules.source(rule));
    }

    @Test
    void numbers_areTheResults() {
        String rule = """
                optimizer Numbers(w, g) {
                  state a = 0
                  state b = 0
                  state c = 0
                  state d = 0
                  a[t] = sum(g^2 per tensor)
                  b[t] = 2 * mean(g^2 per tensor)
                  c[t] = 2 * amax(g per tensor)
                  d[t] = 2 * amin(g per tensor)
                  w[t] = w[t-1] - (a[t-1] + b[t-1] + c[t-1] + d[t-1]) * g
                }
                """;
        for (ElementType type : ElementType.values()) {
            assumeTrue(gcc.isPresent(), "no C compiler");
            try (CTwin twin = twin(new SourceText("rule.opt", rule), type)) {
                StepArrays arrays = twin.arrays(ROWS, COLS).fill();
                Plan plan = twin.library().plan();
                double[] expected = plan.sweeps().stream()
                        .flatMap(sweep -> sweep.reductions().stream())
                        .mapToDouble(
                                reduced -> result(reduced.reduce().reduction().name(), arrays.array(1)))
                        .toArray();
                arrays.step(
                        new Given(
                                Stream.generate(() -> 0.5).limit(100).toList(),
                                Stream.generate(() -> true).limit(100).toList()),
                        1);
                double[] results = (double[]) arrays.array(places(twin).results());
                assertThat(expected).hasSize(4);
                for (int i = 0; i < expected.length; i++) {
                    assertThat(results[i] / expected[i]).isBetween(1 - 1e-5, 1 + 1e-5);
                }
            }
        }
    }

    /** The reduction of the squares, or of the numbers, of a gradient. */
    private static double result(String reduction, Object gradient) {
        double sum = 0;
        double largest = Double.NEGATIVE_INFINITY;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROWS * COLS; i++) {
            double g = gradient instanceof float[] floats ? floats[i] : ((double[]) gradient)[i];
            sum += g * g;
            largest = Math.max(largest, g);
            smallest = Math.min(smallest, g);
        }
        return switch (reduction) {
            case "SUM" -> sum;
            case "MEAN" -> sum / (ROWS * COLS);
            case "AMAX" -> largest;
            default -> smallest;
        };
    }

    private static CTwin twin(SourceText text, ElementType type) {
        return CTwin.of(
                Descant.compiler().run(text, "rewrite").rewrittenSystem().orElseThrow(), type, gcc.orElseThrow());
    }

    private static CArrays places(CTwin twin) {
        return twin.library().source().arrays();
    }

    private static void check(SourceText text) {
        assumeTrue(gcc.isPresent(), "no C compiler");
        try (CTwin twin = twin(text, ElementType.DOUBLE)) {
            new Comparison(twin).run();
        }
    }

    /** A model that the runtime moves, and arrays that C moves, from what the first step of the runtime leaves. */
    private static final class Comparison {
        private final CTwin twin;
        private final Plan plan;
        private final CArrays places;
        private final StepArrays arrays;
        private final TwinOptimizer optimizer;
        private final double[] w = new double[ROWS * COLS];
        private final double[] g = new double[ROWS * COLS];
        private final Random random = new Random(1);

        Comparison(CTwin twin) {
            this.twin = twin;
            plan = twin.library().plan();
            places = places(twin);
            arrays = twin.arrays(ROWS, COLS);
            fill(w);
            Parameters parameters =
                    Parameters.builder().tensor("w", w, g, ROWS, COLS).build();
            optimizer = (TwinOptimizer) twin.create(parameters);
            giveInputs();
        }

        private void giveInputs() {
            for (InputDescription input : optimizer.description().inputs()) {
                switch (input.shape()) {
                    case PER_MODEL -> optimizer.input(input.name(), 0.5);
                    case PER_TENSOR -> optimizer.input(input.name(), "w", 0.5);
                    default -> optimizer.input(input.name(), "w", given(input.name()), 0);
                }
            }
        }

        private double[] given(String input) {
            double[] values = new double[ROWS * COLS];
            fill(values);
            plan.buffers().stream()
                    .filter(buffer -> buffer.before() instanceof InputRead read
                            && read.input().name().equals(input))
                    .forEach(buffer -> put(values, buffer.number()));
            return values;
        }

        void run() {
            step();
            put(w, 0);
            for (Buffer state : states()) {
                double[] values = optimizer.state("w", name(state));
                put(values, places.place(((Previous) state.before()).state()));
            }
            for (int i = 1; i < STEPS; i++) {
                optimizer.forget();
                step();
                arrays.step(optimizer.given(), 1);
                compare("w", w, 0);
                for (Buffer state : states()) {
                    double[] values = optimizer.state("w", name(state));
                    compare(name(state), values, places.place(((Previous) state.before()).state()));
                }
            }
        }

        private List<Buffer> states() {
            return Stream.concat(plan.buffers().stream(), plan.cells().stream())
                    .filter(buffer -> buffer.before() instanceof Previous)
                    .filter(buffer -> optimizer.keeps("w", name(buffer)))
                    .toList();
        }

        private static String name(Buffer state) {
            return ((Previous) state.before()).state().name();
        }

        private void step() {
            optimizer.step(evaluation -> {
                fill(g);
                put(g, 1 + evaluation);
                return 1;
            });
        }

        private void fill(double[] numbers) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = random.nextGaussian();
            }
        }

        private void put(double[] values, int place) {
            System.arraycopy(values, 0, arrays.array(place), 0, values.length);
        }

        private void compare(String name, double[] java, int place) {
            double[] c = (double[]) arrays.array(place);
            for (int i = 0; i < java.length; i++) {
                double difference = Math.abs(c[i] - java[i]) / (1 + Math.abs(java[i]));
                assertThat(difference).as(() -> name + ", by\n" + twin.source()).isLessThan(DIFFERENCE);
            }
        }
    }
}
