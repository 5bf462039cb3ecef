package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnFoldTest {
    /** Plays a generated class: its state is the sum of each column of the gradient. */
    private static final class ColumnSums extends Optimizer {
        ColumnSums(Parameters parameters) {
            super(
                    RuleDescription.builder("ColumnSums")
                            .state("s", StateShape.PER_COL)
                            .sweep()
                            .reductionToCells(
                                    "sum(g)", StateShape.PER_ELEMENT, StateShape.PER_COL, ReductionKind.SUM, 0)
                            .loop(new int[] {1}, new int[] {2})
                            .build(),
                    parameters);
        }

        @Override
        protected void prologue(Step step) {}

        @Override
        protected void loop(int sweep, int loop, Block block) {
            if (block.isFloat()) {
                System.arraycopy(
                        block.floats(1), block.from(), block.floats(2), block.from(), block.to() - block.from());
            }
        }
    }

    private static ColumnSums optimizer(float[] gradient, int rows, int cols) {
        return new ColumnSums(Parameters.builder()
                .tensor("w", new float[rows * cols], gradient, rows, cols)
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 7",
        "2, 7",
        "40, 7",
        "2000, 7",
        "2000, 64",
        "9, 100",
        "3, 256",
        "30, 300",
        "17, 512",
        "17, 513",
        "2, 5000"
    })
    void sums_areTakenInTheDocumentedOrder(int rows, int cols) {
        float[] gradient = Numbers.floats(rows, rows * cols);
        gradient[0] = -0f;
        ColumnSums optimizer = optimizer(gradient, rows, cols);
        optimizer.step();
        double[] sums = optimizer.state("w", "s");
        for (int col = 0; col < cols; col++) {
            assertThat(sums[col]).as("column %s", col).isEqualTo((float) documented(gradient, rows, cols, col));
        }
    }

    /** The order of {@link ReductionTree}, with as many lanes as rows make 512 terms, or one. */
    static double documented(float[] terms, int rows, int cols, int col) {
        int lanes = Math.max(1, 512 / cols);
        double total = 0;
        for (int block = 0; block < rows; block += 8 * lanes) {
            double[] sums = new double[8];
            for (int lane = 0; lane < lanes; lane++) {
                float sum = 0;
                for (int row = block + lane; row < Math.min(rows, block + 8 * lanes); row += lanes) {
                    sum += terms[row * cols + col];
                }
                sums[lane % 8] += sum;
            }
            total += ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
        }
        return total;
    }

    @Test
    void memory_ofWideMatrices_isALaneAndATotalForEachColumn() {
        int cols = 200_000;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ColumnSums optimizer = optimizer(new float[2 * cols], 2, cols);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        optimizer.step();
        long taken = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(taken).isLessThan(2L * (Float.BYTES + Double.BYTES) * cols);
    }
}
