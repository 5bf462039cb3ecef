package org.descant.compiler.interpret;

import java.util.function.IntToDoubleFunction;
import org.descant.compiler.ir.Arithmetic;

/**
 * The order in which a sum is taken; it alone decides the bits of every reduction. This is the definition at its plainest; what
 * runs at speed is held to it.
 *
 * <p>The terms are cut into blocks of {@value #ROWS} × lanes, counted from the first. In a block, lane k adds the terms k, k + lanes, … to
 * 0, in the precision of the terms. The rest is double: sum j of {@value #SUMS} adds the lanes j, j + {@value #SUMS}, … to 0; then
 * the upper half of the sums is added to the lower half until one is left. The blocks are added to 0 in order. A sum over a model adds
 * the sums of its tensors to 0 in order.
 *
 * <p>Terms that lie beside each other in memory have {@value #LANES} lanes. The columns of a matrix lie beside each other, so what is
 * added at once is whole rows: the terms of a column have as many lanes as rows make {@value #LANES} terms, or one.
 *
 * @param lanes how many terms are added side by side
 */
record ReductionTree(int lanes) {
    static final int LANES = 512;
    static final int ROWS = 8;
    static final int SUMS = 8;

    /** For terms that lie beside each other. */
    static final ReductionTree ADJACENT = new ReductionTree(LANES);

    /** For the terms of a column of a matrix that has so many columns. */
    static ReductionTree ofColumn(int cols) {
        return new ReductionTree(Math.max(1, LANES / Math.max(1, cols)));
    }

    /** The sum of n terms of a precision. */
    double sum(IntToDoubleFunction terms, int n, Arithmetic precision) {
        double total = 0;
        for (int from = 0; from < n; from += ROWS * lanes) {
            total += block(terms, from, Math.min(n, from + ROWS * lanes), precision);
        }
        return total;
    }

    private double block(IntToDoubleFunction terms, int from, int to, Arithmetic precision) {
        double[] sums = new double[SUMS];
        for (int lane = 0; lane < Math.min(lanes, to - from); lane++) {
            double sum = 0;
            for (int i = from + lane; i < to; i += lanes) {
                sum = precision.round(sum + terms.applyAsDouble(i));
            }
            sums[lane % SUMS] += sum;
        }
        for (int half = SUMS / 2; half > 0; half /= 2) {
            for (int k = 0; k < half; k++) {
                sums[k] += sums[k + half];
            }
        }
        return sums[0];
    }
}
