package org.descant.speed.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.ElementType;
import org.descant.runtime.InputDescription;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of the library in C, driven by the runtime: every bit is that of the Java, where the C library has no part in it. */
class CTwinTest {
    /** Rules with powers and other functions of elements, which are the C library's there. */
    private static final Set<String> WITH_FUNCTIONS =
            Set.of("adamg", "exadam", "fadam", "lionsmooth", "madgrad", "padam", "simplifiedademamix");

    private static final int ROWS = 67;
    private static final int COLS = 129;
    private static final int STEPS = 4;

    private static Optional<Gcc> gcc = Optional.empty();

    @BeforeAll
    static void findGcc() {
        gcc = Gcc.find(missing -> {});
    }

    static List<String> rules() throws IOException {
        return LibraryRules.names().stream()
                .filter(name -> !WITH_FUNCTIONS.contains(name))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyBit_isThatOfTheJava(String rule) throws IOException {
        assumeTrue(gcc.isPresent(), "no C compiler");
        // Half of the rules in each type: the loops are the same text.
        ElementType type = rule.hashCode() % 2 == 0 ? ElementType.FLOAT : ElementType.DOUBLE;
        SourceText text = LibraryRules.source(rule);
        Compilation compilation = Descant.compiler().run(text, "rewrite");
        try (CTwin twin = CTwin.of(compilation.rewrittenSystem().orElseThrow(), type, gcc.orElseThrow())) {
            Model java = new Model(type);
            Model c = new Model(type);
            java.run(Descant.compiler().compile(text).create(java.parameters()));
            c.run(twin.create(c.parameters()));
            assertThat(c.values()).isEqualTo(java.values());
        }
    }

    /** A matrix with zeros, subnormal and large numbers among the others, and gradients that change from step to step. */
    private static final class Model {
        private final ElementType type;
        private final float[] floats = new float[ROWS * COLS];
        private final float[] floatGradient = new float[ROWS * COLS];
        private final double[] doubles = new double[ROWS * COLS];
        private final double[] doubleGradient = new double[ROWS * COLS];
        private final Random random = new Random(1);

        Model(ElementType type) {
            this.type = type;
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) random.nextGaussian();
                doubles[i] = random.nextGaussian();
            }
        }

        Parameters parameters() {
            return type == ElementType.FLOAT
                    ? Parameters.builder()
                            .tensor("w", floats, floatGradient, ROWS, COLS)
                            .build()
                    : Parameters.builder()
                            .tensor("w", doubles, doubleGradient, ROWS, COLS)
                            .build();
        }

        void run(Optimizer optimizer) {
            for (InputDescription input : optimizer.description().inputs()) {
                give(optimizer, input);
            }
            for (int step = 0; step < STEPS; step++) {
                optimizer.step(evaluation -> {
                    takeGradient();
                    return 1;
                });
            }
        }

        private void give(Optimizer optimizer, InputDescription input) {
            switch (input.shape()) {
                case PER_MODEL -> optimizer.input(input.name(), 0.5);
                case PER_TENSOR -> optimizer.input(input.name(), "w", 0.5);
                default -> {
                    if (type == ElementType.FLOAT) {
                        optimizer.input(input.name(), "w", floatGradient.clone(), 0);
                    } else {
                        optimizer.input(input.name(), "w", doubleGradient.clone(), 0);
                    }
                }
            }
        }

        private void takeGradient() {
            for (int i = 0; i < floats.length; i++) {
                double g =
                        switch (random.nextInt(20)) {
                            case 0 -> 0;
                            case 1 -> -0.0;
                            case 2 -> 1e-42;
                            case 3 -> 1e15 * random.nextGaussian();
                            default -> random.nextGaussian();
                        };
                floatGradient[i] = (float) g;
                doubleGradient[i] = g;
            }
        }

        /** The values, so that a difference is told with the place of it. */
        Object values() {
            return type == ElementType.FLOAT ? floats : doubles;
        }
    }
}
