package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums of rows, of columns and of all of a matrix in one sweep: the same bits where terms lie in place and where they are computed on copies. */
class CellDriveTest {
    /** Plays a generated class: its states are sums of the gradient, and the least of each row. */
    private static final class Sums extends Optimizer {
        Sums(Parameters parameters) {
            super(
                    RuleDescription.builder("Sums")
                            .state("rows", StateShape.PER_ROW)
                            .state("cols", StateShape.PER_COL)
                            .state("least", StateShape.PER_ROW)
                            .state("all", StateShape.PER_TENSOR)
                            .sweep()
                            .reductionToCells(
                                    "sum(g per row)", StateShape.PER_ELEMENT, StateShape.PER_ROW, ReductionKind.SUM, 0)
                            .reductionToCells(
                                    "sum(g per col)", StateShape.PER_ELEMENT, StateShape.PER_COL, ReductionKind.SUM, 1)
                            .reductionToCells(
                                    "amin(g per row)",
                                    StateShape.PER_ELEMENT,
                                    StateShape.PER_ROW,
                                    ReductionKind.AMIN,
                                    2)
                            .reduction("sum(g)", StateShape.PER_TENSOR, ReductionKind.SUM)
                            .loop(new int[] {1}, new int[] {2, 3, 4, 5})
                            .sweep()
                            .build(),
                    parameters);
        }

        @Override
        protected void prologue(Step step) {}

        @Override
        protected void prologue(int sweep, Step step) {}

        @Override
        protected void tensorPrologue(int sweep, Step step, TensorStep tensor) {
            if (sweep == 1) {
                tensor.next(0, tensor.reduced(3));
            }
        }

        @Override
        protected void loop(int sweep, int loop, Block block) {
            for (int terms = 2; terms <= 5; terms++) {
                System.arraycopy(
                        block.floats(1), block.from(), block.floats(terms), block.from(), block.to() - block.from());
            }
        }
    }

    private static Sums summed(float[] terms, int rows, int cols, int gap) {
        float[] gradient = new float[gap + terms.length];
        System.arraycopy(terms, 0, gradient, gap, terms.length);
        Sums sums = new Sums(Parameters.builder()
                .tensor("w", new float[terms.length], 0, gradient, gap, rows, cols)
                .build());
        sums.step();
        return sums;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "40, 7",
        "700, 9",
        "90, 100",
        "17, 512",
        "17, 513",
        "7, 768",
        "9, 1024",
        "3, 2048",
        "5, 2049",
        "3, 4095",
        "3, 4096",
        "3, 4097",
        "9, 5000",
        "2, 8192",
        "1, 20000"
    })
    void sums_inPlaceAndOfCopies_areTakenInTheDocumentedOrder(int rows, int cols) {
        float[] terms = Numbers.floats(rows + cols, rows * cols);
        terms[0] = -0f;
        for (int gap : new int[] {0, 1}) {
            Sums sums = summed(terms, rows, cols, gap);
            assertThat(sums.state("w", "rows")).as("rows, %d apart", gap).containsExactly(rows(rows, row ->
                    (float) ReductionTreeTest.documented(row(terms, row, cols))));
            assertThat(sums.state("w", "cols"))
                    .as("columns, %d apart", gap)
                    .containsExactly(IntStream.range(0, cols)
                            .mapToDouble(col -> (float) ColumnFoldTest.documented(terms, rows, cols, col))
                            .toArray());
            assertThat(sums.state("w", "least"))
                    .as("least, %d apart", gap)
                    .containsExactly(rows(
                            rows,
                            row -> Arrays.stream(row(terms, row, cols)).min().orElseThrow()));
            assertThat(sums.state("w", "all"))
                    .as("all, %d apart", gap)
                    .containsExactly(ReductionTreeTest.documented(Buffers.widened(terms)));
        }
    }

    private static double[] rows(int rows, IntToDoubleFunction result) {
        return IntStream.range(0, rows).mapToDouble(result).toArray();
    }

    private static double[] row(float[] terms, int row, int cols) {
        return Buffers.widened(Arrays.copyOfRange(terms, row * cols, (row + 1) * cols));
    }
}
