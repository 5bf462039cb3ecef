package org.descant.compiler.interpret;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The order in which a sum is taken; it alone decides the bits of every reduction. All additions are double.
 *
 * <p>The terms are cut into blocks of {@value #BLOCK}, counted from the first. In a block, lane k of {@value #LANES} adds the terms k,
 * k + {@value #LANES}, …, each lane from 0; then the upper half of the lanes is added to the lower half until one is left. The blocks'
 * sums are added to 0 in order. A sum over a model adds the sums of its tensors to 0 in order.
 */
final class ReductionTree {
    static final int BLOCK = 512;
    static final int LANES = 16;

    private ReductionTree() {}

    /** The sum of n terms. */
    static double sum(IntToDoubleFunction terms, int n) {
        double total = 0;
        double[] lanes = new double[LANES];
        for (int from = 0; from < n; from += BLOCK) {
            Arrays.fill(lanes, 0);
            int to = Math.min(n, from + BLOCK);
            for (int i = from; i < to; i++) {
                lanes[(i - from) % LANES] += terms.applyAsDouble(i);
            }
            for (int half = LANES / 2; half > 0; half /= 2) {
                for (int k = 0; k < half; k++) {
                    lanes[k] += lanes[k + half];
                }
            }
            total += lanes[0];
        }
        return total;
    }
}
