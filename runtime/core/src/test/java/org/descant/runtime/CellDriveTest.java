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
        private final boolean sharesTerms;

        Sums(Parameters parameters, boolean sharesTerms) {
            super(description(sharesTerms), parameters);
            this.sharesTerms = sharesTerms;
        }

        private static RuleDescription description(boolean sharesTerms) {
            RuleDescriptionBuilder description = RuleDescription.builder("Sums")
                    .state("rows", StateShape.PER_ROW)
                    .state("cols", StateShape.PER_COL)
                    .state("least", StateShape.PER_ROW)
                    .state("all", StateShape.PER_TENSOR)
                    .sweep()
                    .reductionToCells(
                            "sum(g per row)", StateShape.PER_ELEMENT, StateShape.PER_ROW, ReductionKind.SUM, 0)
                    .reductionToCells(
                            "sum(g per col)", StateShape.PER_ELEMENT, StateShape.PER_COL, ReductionKind.SUM, 1);
            shared(description, sharesTerms)
                    .reductionToCells(
                            "amin(g per row)", StateShape.PER_ELEMENT, StateShape.PER_ROW, ReductionKind.AMIN, 2);
            shared(description, sharesTerms).reduction("sum(g)", StateShape.PER_TENSOR, ReductionKind.SUM);
            return shared(description, sharesTerms)
                    .loop(new int[] {1}, sharesTerms ? new int[] {2} : new int[] {2, 3, 4, 5})
                    .sweep()
                    .build();
        }

        private static RuleDescriptionBuilder shared(RuleDescriptionBuilder description, boolean sharesTerms) {
            return sharesTerms ? description.termsOf(0) : description;
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
            for (int terms = 2; terms <= (sharesTerms ? 2 : 5); terms++) {
                System.arraycopy(
                        block.floats(1), block.from(), block.floats(terms), block.from(), block.to() - block.from());
            }
        }
    }

    /** Plays a generated class: its state is the sum of each column of what one loop hands to the next, which is the gradient and the state. */
    private static final class HandedOn extends Optimizer {
        HandedOn(Parameters parameters) {
            super(
                    RuleDescription.builder("HandedOn")
                            .state("cols", StateShape.PER_COL)
                            .cell("sum(a per col)", StateShape.PER_COL)
                            .sweep()
                            .reductionToCells(
                                    "sum(a per col)", StateShape.PER_ELEMENT, StateShape.PER_COL, ReductionKind.SUM, 1)
                            .loop(new int[] {1}, new int[] {2}, new int[] {0})
                            .loop(new int[] {2}, new int[] {3})
                            .sweepPerTensor()
                            .cellLoop(StateShape.PER_COL, new int[] {1}, new int[] {0}, new int[] {})
                            .carried(1)
                            .build(),
                    parameters);
        }

        @Override
        protected void prologue(Step step) {}

        @Override
        protected void loop(int sweep, int loop, Block block) {
            for (int i = block.from(); i < block.to(); i++) {
                if (sweep == 1) {
                    block.floatCells(0)[i] = block.floatCells(1)[i];
                } else if (loop == 0) {
                    block.floats(2)[i] = block.floats(1)[i] + block.floatCells(0)[i];
                } else {
                    block.floats(3)[i] = block.floats(2)[i];
                }
            }
        }
    }

    private static Parameters parameters(float[] terms, int rows, int cols, int gap) {
        float[] gradient = new float[gap + terms.length];
        System.arraycopy(terms, 0, gradient, gap, terms.length);
        return Parameters.builder()
                .tensor("w", new float[terms.length], 0, gradient, gap, rows, cols)
                .build();
    }

    private static Sums summed(float[] terms, int rows, int cols, int gap, boolean sharesTerms) {
        Sums sums = new Sums(parameters(terms, rows, cols, gap), sharesTerms);
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
        for (int form = 0; form < 4; form++) {
            int gap = form / 2;
            Sums sums = summed(terms, rows, cols, gap, form % 2 == 1);
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

    @ParameterizedTest
    @CsvSource({"40, 7", "17, 512", "7, 768", "3, 4097"})
    void whatOneLoopHandsToTheNext_isThere_onCopiesToo(int rows, int cols) {
        float[] terms = Numbers.floats(rows + cols, rows * cols);
        for (int gap : new int[] {0, 1}) {
            HandedOn optimizer = new HandedOn(parameters(terms, rows, cols, gap));
            optimizer.step();
            double[] once = optimizer.state("w", "cols");
            optimizer.step();
            float[] twice = terms.clone();
            for (int i = 0; i < twice.length; i++) {
                twice[i] += (float) once[i % cols];
            }
            for (int col = 0; col < cols; col++) {
                assertThat(once[col]).as("column %d, %d apart", col, gap).isEqualTo((float)
                        ColumnFoldTest.documented(terms, rows, cols, col));
                assertThat(optimizer.state("w", "cols")[col])
                        .as("column %d, %d apart", col, gap)
                        .isEqualTo((float) ColumnFoldTest.documented(twice, rows, cols, col));
            }
        }
    }

    private static double[] rows(int rows, IntToDoubleFunction result) {
        return IntStream.range(0, rows).mapToDouble(result).toArray();
    }

    private static double[] row(float[] terms, int row, int cols) {
        return Buffers.widened(Arrays.copyOfRange(terms, row * cols, (row + 1) * cols));
    }
}
