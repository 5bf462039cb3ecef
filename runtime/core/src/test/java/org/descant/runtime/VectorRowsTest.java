package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vector forms that add up rows. */
class VectorRowsTest {
    private static final int ROWS = 70;

    private final String before = System.getProperty(VectorLoops.PROPERTY, "auto");

    @BeforeEach
    void module_isThere() {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
    }

    @BeforeEach
    void use() {
        System.setProperty(VectorLoops.PROPERTY, "on");
    }

    @AfterEach
    void putBack() {
        System.setProperty(VectorLoops.PROPERTY, before);
    }

    /** Plays a generated class: its state is the sum of each row of the gradient. */
    private abstract static class Rows extends Optimizer {
        Rows(Parameters parameters) {
            super(
                    RuleDescription.builder("Rows")
                            .state("rows", StateShape.PER_ROW)
                            .sweep()
                            .reductionToCells(
                                    "sum(g per row)", StateShape.PER_ELEMENT, StateShape.PER_ROW, ReductionKind.SUM, 0)
                            .loop(new int[] {1}, new int[] {2})
                            .build(),
                    parameters);
        }

        @Override
        protected void prologue(Step step) {}

        @Override
        protected void loop(int sweep, int loop, Block block) {
            System.arraycopy(block.floats(1), block.from(), block.floats(2), block.from(), block.to() - block.from());
        }
    }

    /** Plays its vector form. */
    private abstract static class RowsVectors extends VectorLoops {
        RowsVectors() {
            super(new int[][] {}, new int[][] {});
        }

        @Override
        protected int loop(int sweep, int loop, Block block) {
            throw none(sweep, loop);
        }

        @Override
        protected void reduce(int sweep, int loop, Block block, double[] results) {
            throw none(sweep, loop);
        }

        @Override
        protected boolean addsRows() {
            return true;
        }

        @Override
        protected void addRows(float[] terms, int from, int length, int rows, double[] results) {
            for (int row = 0; row < rows; row++) {
                results[row] = sum(terms, from + row * length, length);
            }
        }

        abstract double sum(float[] terms, int from, int count);
    }

    static final class Summed extends Rows {
        Summed(Parameters parameters) {
            super(parameters);
        }
    }

    public static final class SummedVectors extends RowsVectors {
        static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        double sum(float[] terms, int from, int count) {
            CALLS.incrementAndGet();
            return LaneLoops.sum(terms, from, count);
        }
    }

    static final class Backwards extends Rows {
        Backwards(Parameters parameters) {
            super(parameters);
        }
    }

    /** Adds up in another order. */
    public static final class BackwardsVectors extends RowsVectors {
        static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        double sum(float[] terms, int from, int count) {
            CALLS.incrementAndGet();
            double sum = 0;
            for (int i = from + count - 1; i >= from; i--) {
                sum += terms[i];
            }
            return sum;
        }
    }

    private static Parameters parameters(float[] gradient, int cols) {
        return Parameters.builder()
                .tensor("w", new float[gradient.length], gradient, ROWS, cols)
                .build();
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 33, 100, 512})
    void rows_areAddedUpByTheForm(int cols) {
        float[] gradient = Numbers.floats(cols, ROWS * cols);
        Optimizer optimizer = new Summed(parameters(gradient, cols));
        optimizer.step();
        int calls = SummedVectors.CALLS.get();
        optimizer.step();

        // A row that lies in two chunks is the runtime's.
        int chunks = (ROWS * cols - 1) / Chunks.LENGTH;
        assertThat(SummedVectors.CALLS.get() - calls).isBetween(Chunks.LENGTH % cols == 0 ? ROWS : ROWS - chunks, ROWS);
        assertRows(optimizer, gradient, cols);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 513, 5000})
    void rowsOfOtherLengths_areAddedUpByTheRuntime(int cols) {
        float[] gradient = Numbers.floats(cols, ROWS * cols);
        Optimizer optimizer = new Summed(parameters(gradient, cols));
        optimizer.step();
        int calls = SummedVectors.CALLS.get();
        optimizer.step();

        assertThat(SummedVectors.CALLS).hasValue(calls);
        if (cols <= ReductionTree.LANES) {
            assertRows(optimizer, gradient, cols);
        }
    }

    @Test
    void wrongForm_isNotUsed() {
        float[] gradient = Numbers.floats(1, ROWS * 100);
        Optimizer optimizer = new Backwards(parameters(gradient, 100));
        optimizer.step();
        int calls = BackwardsVectors.CALLS.get();
        optimizer.step();

        assertThat(BackwardsVectors.CALLS).hasValueGreaterThan(0).hasValue(calls);
        assertRows(optimizer, gradient, 100);
    }

    private static void assertRows(Optimizer optimizer, float[] gradient, int cols) {
        double[] sums = optimizer.state("w", "rows");
        for (int row = 0; row < ROWS; row++) {
            assertThat(sums[row]).isEqualTo((float) LaneLoops.sum(gradient, row * cols, cols));
        }
    }
}
