package org.descant.speed.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.descant.compiler.Descant;
import org.descant.compiler.compile.RuleClasses;
import org.descant.grammar.source.SourceText;
import org.descant.runtime.Block;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepArraysTest {
    private static final String RULE = """
            optimizer Two(w, g) {
              state m = 0
              state v = 0
              m[t] = 0.9 * m[t-1] + g
              v[t] = 0.9 * v[t-1] + g^2
              w[t] = w[t-1] - m[t] * v[t]
            }
            """;

    /** An optimizer that does nothing but note how long the arrays are that the runtime gives it. */
    private static final class Lengths extends Optimizer {
        private static final int BUFFERS = 4;

        private final Map<Integer, Integer> lengths = new TreeMap<>();

        Lengths(Parameters parameters) {
            super(
                    RuleClasses.description(Descant.compiler()
                            .run(new SourceText("two.opt", RULE), "compile")
                            .classes()
                            .orElseThrow()
                            .load()),
                    parameters);
        }

        @Override
        protected void prologue(Step step) {}

        @Override
        protected void loop(int sweep, int loop, Block block) {
            for (int buffer = 0; buffer < BUFFERS; buffer++) {
                lengths.put(buffer, block.floats(buffer).length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 31, 32, 33, 64, 100, 128})
    void arrays_areAsFarApartAsThoseOfTheRuntime(int side) {
        Optional<Gcc> gcc = Gcc.find(missing -> {});
        assumeTrue(gcc.isPresent(), "no C compiler");
        int elements = side * side;
        Lengths runtime = new Lengths(Parameters.builder()
                .tensor("w", new float[elements], new float[elements], side, side)
                .build());
        runtime.step();

        try (CTwin twin = CTwin.of(
                Descant.compiler()
                        .run(new SourceText("two.opt", RULE), "rewrite")
                        .rewrittenSystem()
                        .orElseThrow(),
                ElementType.FLOAT,
                gcc.orElseThrow())) {
            StepArrays arrays = twin.arrays(side, side);
            assertThat(runtime.lengths).hasSize(Lengths.BUFFERS).allSatisfy((buffer, length) -> assertThat(
                            ((float[]) arrays.array(buffer)).length)
                    .isEqualTo(length));
        }
    }

    @Test
    void arraysOfWholePages_haveAGap() {
        assertThat(StepArrays.apart(ElementType.FLOAT, 1024)).isEqualTo(1024 + 128);
        assertThat(StepArrays.apart(ElementType.DOUBLE, 1024)).isEqualTo(1024 + 64);
        assertThat(StepArrays.apart(ElementType.FLOAT, 1500)).isEqualTo(1500);
    }
}
