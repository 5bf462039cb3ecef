package org.descant.runtime;

/** The loops that a {@link ReductionTree} is made of: what its lanes take, side by side, and what a row of them adds up to. */
final class LaneLoops {
    private static final int LANES = ReductionTree.LANES;
    private static final int HALF = ReductionTree.HALF;

    private LaneLoops() {}

    /** Puts terms to lanes, each to that of its index. */
    static void add(ReductionKind kind, float[] terms, float[] lanes, int from, int to) {
        switch (kind) {
            case SUM, MEAN -> sum(terms, lanes, from, to);
            case AMAX -> max(terms, lanes, from, to);
            case AMIN -> min(terms, lanes, from, to);
        }
    }

    /** Puts terms to lanes, each to that of its index. */
    static void add(ReductionKind kind, double[] terms, double[] lanes, int from, int to) {
        switch (kind) {
            case SUM, MEAN -> sum(terms, lanes, from, to);
            case AMAX -> max(terms, lanes, from, to);
            case AMIN -> min(terms, lanes, from, to);
        }
    }

    /**
     * Puts some doubles to as many others.
     *
     * @param from where those begin that are put
     * @param place where the others begin
     */
    static void add(ReductionKind kind, double[] terms, int from, double[] sums, int place, int count) {
        switch (kind) {
            case SUM, MEAN -> {
                for (int i = 0; i < count; i++) {
                    sums[place + i] += terms[from + i];
                }
            }
            case AMAX -> {
                for (int i = 0; i < count; i++) {
                    sums[place + i] = Math.max(sums[place + i], terms[from + i]);
                }
            }
            case AMIN -> {
                for (int i = 0; i < count; i++) {
                    sums[place + i] = Math.min(sums[place + i], terms[from + i]);
                }
            }
        }
    }

    private static void sum(float[] terms, float[] lanes, int from, int to) {
        for (int i = from; i < to; i++) {
            lanes[i] += terms[i];
        }
    }

    private static void sum(double[] terms, double[] lanes, int from, int to) {
        for (int i = from; i < to; i++) {
            lanes[i] += terms[i];
        }
    }

    private static void max(float[] terms, float[] lanes, int from, int to) {
        for (int i = from; i < to; i++) {
            lanes[i] = Math.max(lanes[i], terms[i]);
        }
    }

    private static void max(double[] terms, double[] lanes, int from, int to) {
        for (int i = from; i < to; i++) {
            lanes[i] = Math.max(lanes[i], terms[i]);
        }
    }

    private static void min(float[] terms, float[] lanes, int from, int to) {
        for (int i = from; i < to; i++) {
            lanes[i] = Math.min(lanes[i], terms[i]);
        }
    }

    private static void min(double[] terms, double[] lanes, int from, int to) {
        for (int i = from; i < to; i++) {
            lanes[i] = Math.min(lanes[i], terms[i]);
        }
    }

    /**
     * Puts the terms of a block to its first {@value ReductionTree#LANES}, each to that of its lane. Two loops with four terms for a lane each are vector code, and
     * one with eight is not.
     *
     * @param from where the block begins, which is whole; entries that stand for no term change nothing
     * @param count how many terms there are
     */
    static void ofBlock(ReductionKind kind, float[] terms, int from, int count) {
        switch (kind) {
            case SUM, MEAN -> sumOfBlock(terms, from, count);
            case AMAX -> maxOfBlock(terms, from, count);
            case AMIN -> minOfBlock(terms, from, count);
        }
    }

    /**
     * Puts the terms of a block to its first {@value ReductionTree#LANES}, each to that of its lane. Two loops with four terms for a lane each are vector code, and
     * one with eight is not.
     *
     * @param from where the block begins, which is whole; entries that stand for no term change nothing
     * @param count how many terms there are
     */
    static void ofBlock(ReductionKind kind, double[] terms, int from, int count) {
        switch (kind) {
            case SUM, MEAN -> sumOfBlock(terms, from, count);
            case AMAX -> maxOfBlock(terms, from, count);
            case AMIN -> minOfBlock(terms, from, count);
        }
    }

    private static void sumOfBlock(float[] terms, int from, int count) {
        sumOfFirstHalf(terms, from, from + LANES);
        if (count > HALF) {
            sumOfSecondHalf(terms, from, from + LANES);
        }
    }

    private static void sumOfFirstHalf(float[] terms, int from, int to) {
        for (int i = from; i < to; i++) {
            terms[i] = 0f + terms[i] + terms[i + LANES] + terms[i + 2 * LANES] + terms[i + 3 * LANES];
        }
    }

    private static void sumOfSecondHalf(float[] terms, int from, int to) {
        for (int i = from; i < to; i++) {
            terms[i] = terms[i]
                    + terms[i + 4 * LANES]
                    + terms[i + 5 * LANES]
                    + terms[i + 6 * LANES]
                    + terms[i + 7 * LANES];
        }
    }

    private static void maxOfBlock(float[] terms, int from, int count) {
        maxOfFirstHalf(terms, from, from + LANES);
        if (count > HALF) {
            maxOfSecondHalf(terms, from, from + LANES);
        }
    }

    private static void maxOfFirstHalf(float[] terms, int from, int to) {
        for (int i = from; i < to; i++) {
            terms[i] = Math.max(
                    Math.max(Math.max(terms[i], terms[i + LANES]), terms[i + 2 * LANES]), terms[i + 3 * LANES]);
        }
    }

    private static void maxOfSecondHalf(float[] terms, int from, int to) {
        for (int i = from; i < to; i++) {
            terms[i] = Math.max(
                    Math.max(
                            Math.max(Math.max(terms[i], terms[i + 4 * LANES]), terms[i + 5 * LANES]),
                            terms[i + 6 * LANES]),
                    terms[i + 7 * LANES]);
        }
    }

    private static void minOfBlock(float[] terms, int from, int count) {
        minOfFirstHalf(terms, from, from + LANES);
        if (count > HALF) {
            minOfSecondHalf(terms, from, from + LANES);
        }
    }

    private static void minOfFirstHalf(float[] terms, int from, int to) {
        for (int i = from; i < to; i++) {
            terms[i] = Math.min(
                    Math.min(Math.min(terms[i], terms[i + LANES]), terms[i + 2 * LANES]), terms[i + 3 * LANES]);
        }
    }

    private static void minOfSecondHalf(float[] terms, int from, int to) {
        for (int i = from; i < to; i++) {
            terms[i] = Math.min(
                    Math.min(
                            Math.min(Math.min(terms[i], terms[i + 4 * LANES]), terms[i + 5 * LANES]),
                            terms[i + 6 * LANES]),
                    terms[i + 7 * LANES]);
        }
    }

    private static void sumOfBlock(double[] terms, int from, int count) {
        sumOfFirstHalf(terms, from, from + LANES);
        if (count > HALF) {
            sumOfSecondHalf(terms, from, from + LANES);
        }
    }

    private static void sumOfFirstHalf(double[] terms, int from, int to) {
        for (int i = from; i < to; i++) {
            terms[i] = 0.0 + terms[i] + terms[i + LANES] + terms[i + 2 * LANES] + terms[i + 3 * LANES];
        }
    }

    private static void sumOfSecondHalf(double[] terms, int from, int to) {
        for (int i = from; i < to; i++) {
            terms[i] = terms[i]
                    + terms[i + 4 * LANES]
                    + terms[i + 5 * LANES]
                    + terms[i + 6 * LANES]
                    + terms[i + 7 * LANES];
        }
    }

    private static void maxOfBlock(double[] terms, int from, int count) {
        maxOfFirstHalf(terms, from, from + LANES);
        if (count > HALF) {
            maxOfSecondHalf(terms, from, from + LANES);
        }
    }

    private static void maxOfFirstHalf(double[] terms, int from, int to) {
        for (int i = from; i < to; i++) {
            terms[i] = Math.max(
                    Math.max(Math.max(terms[i], terms[i + LANES]), terms[i + 2 * LANES]), terms[i + 3 * LANES]);
        }
    }

    private static void maxOfSecondHalf(double[] terms, int from, int to) {
        for (int i = from; i < to; i++) {
            terms[i] = Math.max(
                    Math.max(
                            Math.max(Math.max(terms[i], terms[i + 4 * LANES]), terms[i + 5 * LANES]),
                            terms[i + 6 * LANES]),
                    terms[i + 7 * LANES]);
        }
    }

    private static void minOfBlock(double[] terms, int from, int count) {
        minOfFirstHalf(terms, from, from + LANES);
        if (count > HALF) {
            minOfSecondHalf(terms, from, from + LANES);
        }
    }

    private static void minOfFirstHalf(double[] terms, int from, int to) {
        for (int i = from; i < to; i++) {
            terms[i] = Math.min(
                    Math.min(Math.min(terms[i], terms[i + LANES]), terms[i + 2 * LANES]), terms[i + 3 * LANES]);
        }
    }

    private static void minOfSecondHalf(double[] terms, int from, int to) {
        for (int i = from; i < to; i++) {
            terms[i] = Math.min(
                    Math.min(
                            Math.min(Math.min(terms[i], terms[i + 4 * LANES]), terms[i + 5 * LANES]),
                            terms[i + 6 * LANES]),
                    terms[i + 7 * LANES]);
        }
    }

    /** The sum of at most {@value ReductionTree#LANES} terms, by {@value ReductionTree#SUMS} doubles. */
    static double sum(float[] terms, int from, int count) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        double sum4 = 0;
        double sum5 = 0;
        double sum6 = 0;
        double sum7 = 0;
        int full = from + count - count % ReductionTree.SUMS;
        for (int i = from; i < full; i += ReductionTree.SUMS) {
            sum0 += terms[i];
            sum1 += terms[i + 1];
            sum2 += terms[i + 2];
            sum3 += terms[i + 3];
            sum4 += terms[i + 4];
            sum5 += terms[i + 5];
            sum6 += terms[i + 6];
            sum7 += terms[i + 7];
        }
        int left = from + count - full;
        sum0 += left > 0 ? terms[full] : 0;
        sum1 += left > 1 ? terms[full + 1] : 0;
        sum2 += left > 2 ? terms[full + 2] : 0;
        sum3 += left > 3 ? terms[full + 3] : 0;
        sum4 += left > 4 ? terms[full + 4] : 0;
        sum5 += left > 5 ? terms[full + 5] : 0;
        sum6 += left > 6 ? terms[full + 6] : 0;
        return ((sum0 + sum4) + (sum2 + sum6)) + ((sum1 + sum5) + (sum3 + sum7));
    }

    /** The sum of at most {@value ReductionTree#LANES} terms, by {@value ReductionTree#SUMS} doubles. */
    static double sum(double[] terms, int from, int count) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        double sum4 = 0;
        double sum5 = 0;
        double sum6 = 0;
        double sum7 = 0;
        int full = from + count - count % ReductionTree.SUMS;
        for (int i = from; i < full; i += ReductionTree.SUMS) {
            sum0 += terms[i];
            sum1 += terms[i + 1];
            sum2 += terms[i + 2];
            sum3 += terms[i + 3];
            sum4 += terms[i + 4];
            sum5 += terms[i + 5];
            sum6 += terms[i + 6];
            sum7 += terms[i + 7];
        }
        int left = from + count - full;
        sum0 += left > 0 ? terms[full] : 0;
        sum1 += left > 1 ? terms[full + 1] : 0;
        sum2 += left > 2 ? terms[full + 2] : 0;
        sum3 += left > 3 ? terms[full + 3] : 0;
        sum4 += left > 4 ? terms[full + 4] : 0;
        sum5 += left > 5 ? terms[full + 5] : 0;
        sum6 += left > 6 ? terms[full + 6] : 0;
        return ((sum0 + sum4) + (sum2 + sum6)) + ((sum1 + sum5) + (sum3 + sum7));
    }

    /**
     * The largest of at most {@value ReductionTree#LANES} terms; none have −∞. {@code Math.max}, which orders zeros and lets NaN prevail, is asked only
     * about terms that are not plainly smaller: it takes longer than a comparison.
     */
    static float largest(float[] terms, int from, int count) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            if (!(terms[i] < largest)) {
                largest = Math.max(largest, terms[i]);
            }
        }
        return largest;
    }

    /**
     * The largest of at most {@value ReductionTree#LANES} terms; none have −∞. {@code Math.max}, which orders zeros and lets NaN prevail, is asked only
     * about terms that are not plainly smaller: it takes longer than a comparison.
     */
    static double largest(double[] terms, int from, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            if (!(terms[i] < largest)) {
                largest = Math.max(largest, terms[i]);
            }
        }
        return largest;
    }

    /**
     * The smallest of at most {@value ReductionTree#LANES} terms; none have ∞. {@code Math.min}, which orders zeros and lets NaN prevail, is asked only
     * about terms that are not plainly larger: it takes longer than a comparison.
     */
    static float smallest(float[] terms, int from, int count) {
        float smallest = Float.POSITIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            if (!(terms[i] > smallest)) {
                smallest = Math.min(smallest, terms[i]);
            }
        }
        return smallest;
    }

    /**
     * The smallest of at most {@value ReductionTree#LANES} terms; none have ∞. {@code Math.min}, which orders zeros and lets NaN prevail, is asked only
     * about terms that are not plainly larger: it takes longer than a comparison.
     */
    static double smallest(double[] terms, int from, int count) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            if (!(terms[i] > smallest)) {
                smallest = Math.min(smallest, terms[i]);
            }
        }
        return smallest;
    }
}
