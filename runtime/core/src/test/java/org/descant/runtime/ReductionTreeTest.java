package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReductionTreeTest {
    private static final int PLACE = 3;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 511, 512, 513, 520, 4095, 4096, 4097, 4608, 10_000})
    void sum_isTakenInTheDocumentedOrder(int length) {
        float[] terms = floats(length);
        assertThat(reduce(ReductionKind.SUM, terms)).isEqualTo(documented(widened(terms), true));
        double[] doubles = new Random(length).doubles(length, -1, 1).toArray();
        assertThat(reduce(ReductionKind.SUM, doubles)).isEqualTo(documented(doubles, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 511, 512, 513, 4097, 10_000})
    void extremes_areThoseOfAllTerms(int length) {
        float[] terms = floats(length);
        assertThat(reduce(ReductionKind.AMAX, terms)).isEqualTo(largest(widened(terms)));
        assertThat(reduce(ReductionKind.AMIN, terms)).isEqualTo(smallest(widened(terms)));
        double[] doubles = new Random(length).doubles(length, -1, 1).toArray();
        assertThat(reduce(ReductionKind.AMAX, doubles)).isEqualTo(largest(doubles));
        assertThat(reduce(ReductionKind.AMIN, doubles)).isEqualTo(smallest(doubles));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 20, 512, 700})
    void extremes_ofAwkwardTerms_areThoseOfMath(int length) {
        double[][] sets = {
            {0.0, -0.0},
            {-0.0, Double.NaN, 1},
            {Double.NEGATIVE_INFINITY, -Float.MIN_VALUE, -0.0},
            {Double.POSITIVE_INFINITY, Float.MIN_VALUE, 0.0, Double.NaN}
        };
        Random random = new Random(length);
        for (int round = 0; round < 200; round++) {
            double[] set = sets[round % sets.length];
            double[] doubles =
                    random.ints(length, 0, set.length).mapToDouble(i -> set[i]).toArray();
            float[] terms = new float[length];
            for (int i = 0; i < length; i++) {
                terms[i] = (float) doubles[i];
            }
            assertThat(reduce(ReductionKind.AMAX, terms)).isEqualTo(largest(doubles));
            assertThat(reduce(ReductionKind.AMIN, terms)).isEqualTo(smallest(doubles));
            assertThat(reduce(ReductionKind.AMAX, doubles)).isEqualTo(largest(doubles));
            assertThat(reduce(ReductionKind.AMIN, doubles)).isEqualTo(smallest(doubles));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 513, 4095, 4096, 4097, 10_000})
    void terms_thatComeInPieces_haveTheSameResult(int length) {
        float[] terms = floats(length);
        double[] doubles = widened(terms);
        for (int piece : new int[] {1, 500, 512, 3000, 5000}) {
            ReductionTree ofFloats = new ReductionTree(ReductionKind.SUM, ElementType.FLOAT);
            ReductionTree ofDoubles = new ReductionTree(ReductionKind.SUM, ElementType.DOUBLE);
            ofFloats.begin();
            ofDoubles.begin();
            for (int from = 0; from < length; from += piece) {
                int count = Math.min(piece, length - from);
                ofFloats.append(terms, from, count);
                ofDoubles.append(doubles, from, count);
            }
            assertThat(ofFloats.result()).isEqualTo(documented(doubles, true));
            assertThat(ofDoubles.result()).isEqualTo(documented(doubles, false));
        }
    }

    /** Compares boxes: AssertJ takes the primitive 0.0 for equal to -0.0, and NaN for equal to nothing. */
    @Test
    void awkwardNumbers_prevail() {
        assertThat(reduce(ReductionKind.SUM, new float[] {-0f, -0f})).isEqualTo((Double) 0.0);
        assertThat(reduce(ReductionKind.AMAX, new float[] {-0f, 0f})).isEqualTo((Double) 0.0);
        assertThat(reduce(ReductionKind.AMIN, new float[] {0f, -0f})).isEqualTo((Double) (-0.0));
        assertThat(reduce(ReductionKind.AMAX, new float[] {1, Float.NaN, 2})).isNaN();
        assertThat(reduce(ReductionKind.AMIN, new double[] {1, Double.NaN, 2})).isNaN();
        assertThat(reduce(ReductionKind.SUM, new float[] {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}))
                .isNaN();
    }

    @Test
    void floats_thatOverflowTogether_areAddedAsDoubles() {
        float[] large = {Float.MAX_VALUE, Float.MAX_VALUE};
        assertThat(reduce(ReductionKind.SUM, large)).isEqualTo(2.0 * Float.MAX_VALUE);
    }

    @Test
    void error_ofASumOfFloats_isBelowSevenRoundings() {
        float[] terms = floats(100_000);
        double exact = 0;
        double magnitude = 0;
        for (float term : terms) {
            exact += term;
            magnitude += Math.abs(term);
        }
        assertThat(Math.abs(reduce(ReductionKind.SUM, terms) - exact)).isLessThan(7 * 0x1p-24 * magnitude);
    }

    private static float[] floats(int length) {
        Random random = new Random(length);
        float[] terms = new float[length];
        for (int i = 0; i < length; i++) {
            terms[i] = (float) random.nextGaussian();
        }
        return terms;
    }

    /** A box, which AssertJ compares by its bits. */
    private static Double largest(double[] terms) {
        return Arrays.stream(terms).reduce(Double.NEGATIVE_INFINITY, Math::max);
    }

    /** A box, which AssertJ compares by its bits. */
    private static Double smallest(double[] terms) {
        return Arrays.stream(terms).reduce(Double.POSITIVE_INFINITY, Math::min);
    }

    private static double[] widened(float[] terms) {
        return Buffers.widened(terms);
    }

    private static double reduce(ReductionKind kind, float[] terms) {
        ReductionTree tree = new ReductionTree(kind);
        tree.begin();
        for (int from = 0; from < terms.length; from += ReductionTree.BLOCK) {
            int count = Math.min(ReductionTree.BLOCK, terms.length - from);
            float[] block = new float[PLACE + ReductionTree.BLOCK];
            System.arraycopy(terms, from, block, PLACE, count);
            tree.addBlock(block, PLACE, count);
        }
        return tree.result();
    }

    private static double reduce(ReductionKind kind, double[] terms) {
        ReductionTree tree = new ReductionTree(kind);
        tree.begin();
        for (int from = 0; from < terms.length; from += ReductionTree.BLOCK) {
            int count = Math.min(ReductionTree.BLOCK, terms.length - from);
            double[] block = new double[PLACE + ReductionTree.BLOCK];
            System.arraycopy(terms, from, block, PLACE, count);
            tree.addBlock(block, PLACE, count);
        }
        return tree.result();
    }

    /** The sum of terms that are floats. */
    static double documented(double[] terms) {
        return documented(terms, true);
    }

    /** The order as the documentation words it. */
    private static double documented(double[] terms, boolean floats) {
        double total = 0;
        for (int block = 0; block < terms.length; block += 4096) {
            double[] sums = new double[8];
            for (int lane = 0; lane < 512; lane++) {
                double sum = 0;
                for (int i = block + lane; i < Math.min(terms.length, block + 4096); i += 512) {
                    sum = floats ? (float) (sum + terms[i]) : sum + terms[i];
                }
                sums[lane % 8] += sum;
            }
            total += ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
        }
        return total;
    }
}
