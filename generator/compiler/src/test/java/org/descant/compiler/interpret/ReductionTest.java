package org.descant.compiler.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.descant.compiler.ir.Arithmetic;
import org.descant.compiler.shape.Systems;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

class ReductionTest {
    /** Two tensors: a matrix of two rows and three columns, and a vector of two. */
    private static final List<TensorSpec> MODEL = List.of(new TensorSpec("a", 2, 3), new TensorSpec("b", 2));

    private static final double[] A = {1, -2, 3, 4, 5, -6};
    private static final double[] B = {7, -8};

    @Test
    void reduction_isOverATensor_unlessSaid() {
        assertThat(values("sum(g)")).containsExactly(5, -1);
        assertThat(values("mean(g)")).containsExactly(5.0 / 6, -0.5);
        assertThat(values("norm1(g)")).containsExactly(21, 15);
        assertThat(values("norm(g)")).containsExactly(Math.sqrt(91), Math.sqrt(113));
        assertThat(values("rms(g)")).containsExactly(Math.sqrt(91.0 / 6), Math.sqrt(56.5));
        assertThat(values("amax(g)")).containsExactly(5, 7);
        assertThat(values("amin(g)")).containsExactly(-6, -8);
        assertThat(values("dot(g, 2 * g)")).containsExactly(182, 226);
    }

    @Test
    void reduction_perRow_takesAVectorsElementsForRows() {
        assertThat(values("sum(g per row)")).containsExactly(2, 3, 7, -8);
        assertThat(values("mean(g per row)")).containsExactly(2.0 / 3, 1, 7, -8);
    }

    @Test
    void reduction_perCol_addsTheRows() {
        assertThat(values("sum(g per col)")).containsExactly(5, 3, -3, -1);
        assertThat(values("amax(abs(g) per col)")).containsExactly(4, 5, 6, 8);
    }

    @Test
    void reduction_perModel_isOne() {
        assertThat(values("sum(g per model)")).containsExactly(4);
        assertThat(values("mean(g per model)")).containsExactly(0.5);
        assertThat(values("amin(g per model)")).containsExactly(-8);
    }

    @Test
    void rowValue_countsOnceARow_andATensorValueOnceATensor() {
        assertThat(values("sum(numel per model)")).containsExactly(8);
        assertThat(values("mean(sum(g) per model)")).containsExactly(2);
        assertThat(values("sum(sum(g per row))")).containsExactly(5, -1);
        assertThat(values("mean(sum(g per row))")).containsExactly(2.5, -0.5);
        assertThat(values("sum(sum(g per col) per model)")).containsExactly(4);
    }

    @Test
    void dimensions_describeTheTensor() {
        assertThat(values("rank")).containsExactly(2, 1);
        assertThat(values("numel")).containsExactly(6, 2);
        assertThat(values("rows")).containsExactly(2, 2);
        assertThat(values("cols")).containsExactly(3, 1);
    }

    @Test
    void rowAndCol_spreadOverElements() {
        Interpreter interpreter = interpreter("r = sum(g per row)", "c = sum(g per col)", "x = 10 * r + c");
        interpreter.step(StepSource.of(A, B));
        assertThat(interpreter.value("x", "a")).containsExactly(25, 23, 17, 35, 33, 27);
        assertThat(interpreter.value("x", "b")).containsExactly(69, -81);
    }

    @Test
    void noEntries_haveTheLeastResults() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Rule(w, g) {",
                        "  s = sum(g per row)",
                        "  m = mean(g)",
                        "  n = norm(g per model)",
                        "  high = amax(g)",
                        "  low = amin(g per row)",
                        "  w[t] = w[t-1] - g * s * m * n * high * low",
                        "}"),
                ElementType.FLOAT,
                List.of(new TensorSpec("empty", 0, 3), new TensorSpec("thin", 2, 0)));
        interpreter.step(StepSource.of(new double[0], new double[0]));
        assertThat(interpreter.value("s")).containsExactly(0, 0);
        assertThat(interpreter.value("m")).containsExactly(0, 0);
        assertThat(interpreter.value("n")).containsExactly(0);
        assertThat(interpreter.value("high")).containsExactly(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(interpreter.value("low")).containsExactly(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void rankZero_isOneByOne() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Rule(w, g) {",
                        "  x = rank + 10 * rows + 100 * cols + sum(g per row) + sum(g per col)",
                        "  w[t] = w[t-1] - x",
                        "}"),
                ElementType.DOUBLE,
                List.of(new TensorSpec("number")));
        interpreter.step(StepSource.of(new double[] {0.25}));
        assertThat(interpreter.value("x")).containsExactly(110.5);
    }

    @Test
    void matrixLast_seesAStackOfMatrices() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Rule(w, g) {",
                        "  matrix last",
                        "  r = sum(g per row)",
                        "  c = sum(g per col)",
                        "  m = sum(g per matrix)",
                        "  spread = g / m",
                        "  top = amax(m)",
                        "  size = rows + 10 * cols",
                        "  w[t] = w[t-1] - r * c * spread * top * size",
                        "}"),
                ElementType.DOUBLE,
                List.of(new TensorSpec("stack", 2, 2, 3)));
        interpreter.step(StepSource.of(new double[] {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60}));
        assertThat(interpreter.value("r")).containsExactly(6, 15, 60, 150);
        assertThat(interpreter.value("c")).containsExactly(5, 7, 9, 50, 70, 90);
        assertThat(interpreter.value("m")).containsExactly(21, 210);
        assertThat(interpreter.value("spread")).startsWith(1.0 / 21).endsWith(60.0 / 210);
        assertThat(interpreter.value("top")).containsExactly(210);
        assertThat(interpreter.value("size")).containsExactly(32);
    }

    @Test
    void withoutMatrixLast_theFirstAxisIsTheRows() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Rule(w, g) {",
                        "  r = sum(g per row)",
                        "  m = sum(g per matrix)",
                        "  w[t] = w[t-1] - r * m",
                        "}"),
                ElementType.DOUBLE,
                List.of(new TensorSpec("stack", 2, 2, 3)));
        interpreter.step(StepSource.of(new double[] {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60}));
        assertThat(interpreter.value("r")).containsExactly(21, 210);
        assertThat(interpreter.value("m")).containsExactly(231);
    }

    @Test
    void rowsOfFloats_areRoundedOnce_andTensorsStayDouble() {
        double[] gradient = {16777216, 1, 1, 1};
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Rule(w, g) {",
                        "  row = sum(g per row)",
                        "  all = sum(g)",
                        "  w[t] = w[t-1] - row - all",
                        "}"),
                ElementType.FLOAT,
                List.of(new TensorSpec("w", 1, 4)));
        interpreter.step(StepSource.of(gradient));
        assertThat(interpreter.value("row")).containsExactly(16777220);
        assertThat(interpreter.value("all")).containsExactly(16777219);
    }

    @Test
    void floatSquares_overflowBeforeTheyAreAdded() {
        Interpreter interpreter = new Interpreter(
                Systems.of("optimizer Rule(w, g) {", "  n = norm(g)", "  w[t] = w[t-1] - g / n", "}"),
                ElementType.FLOAT,
                List.of(new TensorSpec("w", 2)));
        interpreter.step(StepSource.of(new double[] {1e20, 1}));
        assertThat(interpreter.value("n")).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void extremes_propagateNaN_andOrderTheZeros() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Rule(w, g) {",
                        "  high = amax(g per row)",
                        "  low = amin(g per row)",
                        "  w[t] = w[t-1] - high - low",
                        "}"),
                ElementType.FLOAT,
                List.of(new TensorSpec("w", 2, 2)));
        interpreter.step(StepSource.of(new double[] {-0.0, 0.0, 1, Double.NaN}));
        assertThat(interpreter.value("high")).containsExactly(0.0, Double.NaN);
        assertThat(interpreter.value("low")).containsExactly(-0.0, Double.NaN);
    }

    @Test
    void statePerRow_isOneNumberForEachRow() {
        Interpreter interpreter = interpreter("x = ema(sum(g per row), 0.5)");
        interpreter.step(StepSource.of(A, B));
        interpreter.step(StepSource.of(A, B));
        assertThat(interpreter.state("x")).containsExactly(1.5, 2.25, 5.25, -6);
        assertThat(interpreter.state("x", "b")).containsExactly(5.25, -6);
    }

    @Test
    void tree_addsLanesOfABlock_thenBlocks() {
        double[] terms = new Random(3).doubles(5000, -1, 1).toArray();
        double expected = block(terms, 0, 4096, 512) + block(terms, 4096, 5000, 512);
        assertThat(ReductionTree.ADJACENT.sum(i -> terms[i], terms.length, Arithmetic.DOUBLE))
                .isEqualTo(expected);
        assertThat(ReductionTree.ADJACENT.sum(i -> terms[i], 0, Arithmetic.DOUBLE))
                .isZero();
    }

    @Test
    void tree_ofALongRowsColumn_addsEightRows_thenBlocks() {
        double[] terms = new Random(4).doubles(19, -1, 1).toArray();
        double expected = block(terms, 0, 8, 1) + block(terms, 8, 16, 1) + block(terms, 16, 19, 1);
        assertThat(ReductionTree.ofColumn(257).sum(i -> terms[i], terms.length, Arithmetic.DOUBLE))
                .isEqualTo(expected);
    }

    @Test
    void tree_ofAShortRowsColumn_hasALaneForEachRowOfARowOfTerms() {
        double[] terms = new Random(5).doubles(100, -1, 1).toArray();
        double expected = block(terms, 0, 40, 5) + block(terms, 40, 80, 5) + block(terms, 80, 100, 5);
        assertThat(ReductionTree.ofColumn(100).sum(i -> terms[i], terms.length, Arithmetic.DOUBLE))
                .isEqualTo(expected);
        assertThat(ReductionTree.ofColumn(1)).isEqualTo(ReductionTree.ADJACENT);
    }

    @Test
    void tree_addsFloatsInALane_andDoublesAbove() {
        double[] terms = new double[513];
        terms[0] = 16777216;
        terms[1] = 1;
        terms[512] = 1;
        assertThat(ReductionTree.ADJACENT.sum(i -> terms[i], 2, Arithmetic.FLOAT))
                .isEqualTo(16777217);
        assertThat(ReductionTree.ADJACENT.sum(i -> terms[i], 513, Arithmetic.FLOAT))
                .isEqualTo(16777217);
    }

    private static double block(double[] terms, int from, int to, int lanes) {
        double[] sums = new double[8];
        for (int lane = 0; lane < lanes; lane++) {
            double sum = 0;
            for (int i = from + lane; i < to; i += lanes) {
                sum += terms[i];
            }
            sums[lane % 8] += sum;
        }
        return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
    }

    private static double[] values(String expression) {
        Interpreter interpreter = interpreter("x = " + expression);
        interpreter.step(StepSource.of(A, B));
        return interpreter.value("x");
    }

    private static Interpreter interpreter(String... body) {
        String text = "optimizer Rule(w, g) {\n" + String.join("\n", body) + "\nw[t] = w[t-1] - x\n}";
        return new Interpreter(Systems.of(text), ElementType.DOUBLE, MODEL);
    }
}
