package org.descant.runtime;

import java.util.Arrays;

/**
 * The order in which many values become one, which alone decides the bits of a sum. It never changes.
 *
 * <p>The terms are cut into blocks of {@value #BLOCK}, counted from the first. In a block, lane k of {@value #LANES} adds the
 * terms k, k + {@value #LANES}, … to 0, in the type of the terms: at most {@value #ROWS} of them, so that the error of a sum of
 * floats stays below seven roundings of its terms. The rest is double: sum j of {@value #SUMS} adds the lanes j, j +
 * {@value #SUMS}, … to 0; the sums become one by halves, the upper added to the lower; and the blocks are added to 0 in their
 * order. A reduction over a model adds the tensors' results to 0 in the order of the tensors. So nothing depends on threads,
 * on how the work is divided, or on what a compiler vectorises.
 *
 * <p>A row or a matrix of a tensor has a tree of its own terms. A column has one with fewer lanes: as many as rows make {@value #LANES}
 * terms, or one ({@link ColumnFold}).
 *
 * <p>The largest and the smallest value need no order; NaN prevails, and −0 is below +0.
 *
 * <p>A tree takes its terms a block or a row of lanes at a time: loops over arrays whose indices differ by
 * constants are what C2 vectorises on JDK 17 and 25 alike. A block is best: two loops add all its rows to the first, without storing what each adds up to.
 */
final class ReductionTree {
    /** Terms that are added side by side. */
    static final int LANES = 512;

    /** Terms that a lane adds before it becomes double. */
    static final int ROWS = 8;

    /** Terms of a block. */
    static final int BLOCK = LANES * ROWS;

    /** Terms of half a block. */
    static final int HALF = BLOCK / 2;

    /** Doubles that add the lanes side by side. */
    static final int SUMS = 8;

    private final ReductionKind kind;
    private final float[] floats;
    private final double[] doubles;
    private final float[] waitingFloats;
    private final double[] waitingDoubles;
    private double total;
    private int rows;
    private int width;
    private int waiting;

    ReductionTree(ReductionKind kind, ElementType elementType) {
        this.kind = kind;
        floats = new float[elementType == ElementType.FLOAT ? LANES : 0];
        doubles = new double[elementType == ElementType.DOUBLE ? LANES : 0];
        waitingFloats = new float[floats.length];
        waitingDoubles = new double[doubles.length];
    }

    /** The result over no entries. */
    static double none(ReductionKind kind) {
        return switch (kind) {
            case SUM, MEAN -> 0;
            case AMAX -> Double.NEGATIVE_INFINITY;
            case AMIN -> Double.POSITIVE_INFINITY;
        };
    }

    /** Two results of the kind as one; of a mean, two sums. */
    static double both(ReductionKind kind, double first, double second) {
        return switch (kind) {
            case SUM, MEAN -> first + second;
            case AMAX -> Math.max(first, second);
            case AMIN -> Math.min(first, second);
        };
    }

    /** What stands for the reduction once its entries are counted: a sum becomes the mean. */
    static double finished(ReductionKind kind, double result, long entries) {
        return kind == ReductionKind.MEAN && entries != 0 ? result / entries : result;
    }

    /** Forgets all terms. */
    void begin() {
        total = none(kind);
        rows = 0;
        waiting = 0;
    }

    /** Takes the next terms, as many as there are; they wait until they are a row of lanes. */
    void append(float[] terms, int from, int count) {
        int taken = 0;
        while (taken < count) {
            int more = Math.min(count - taken, LANES - waiting);
            if (more == LANES && from + taken == 0) {
                add(terms, LANES);
            } else {
                System.arraycopy(terms, from + taken, waitingFloats, waiting, more);
                waiting += more;
                if (waiting == LANES) {
                    add(waitingFloats, LANES);
                    waiting = 0;
                }
            }
            taken += more;
        }
    }

    /** Takes the next terms, as many as there are; they wait until they are a row of lanes. */
    void append(double[] terms, int from, int count) {
        int taken = 0;
        while (taken < count) {
            int more = Math.min(count - taken, LANES - waiting);
            if (more == LANES && from + taken == 0) {
                add(terms, LANES);
            } else {
                System.arraycopy(terms, from + taken, waitingDoubles, waiting, more);
                waiting += more;
                if (waiting == LANES) {
                    add(waitingDoubles, LANES);
                    waiting = 0;
                }
            }
            taken += more;
        }
    }

    /** The result of at most {@value #LANES} terms, each of which would be a lane; of a mean, their sum. */
    double ofRow(float[] terms, int from, int count) {
        if (adds()) {
            return LaneLoops.sum(terms, from, count);
        }
        double result = none(kind);
        for (int i = from; i < from + count; i++) {
            result = both(kind, result, terms[i]);
        }
        return result;
    }

    /** The result of at most {@value #LANES} terms, each of which would be a lane; of a mean, their sum. */
    double ofRow(double[] terms, int from, int count) {
        if (adds()) {
            return LaneLoops.sum(terms, from, count);
        }
        double result = none(kind);
        for (int i = from; i < from + count; i++) {
            result = both(kind, result, terms[i]);
        }
        return result;
    }

    private boolean adds() {
        return kind == ReductionKind.SUM || kind == ReductionKind.MEAN;
    }

    /** Takes the next {@value #LANES} terms, or those that are left at the end. */
    private void add(float[] terms, int count) {
        if (rows == 0) {
            width = count;
            Arrays.fill(floats, 0, count, (float) none(kind));
        }
        LaneLoops.add(kind, terms, floats, 0, count);
        endRow(count);
    }

    /** Takes the next {@value #LANES} terms, or those that are left at the end. */
    private void add(double[] terms, int count) {
        if (rows == 0) {
            width = count;
            Arrays.fill(doubles, 0, count, none(kind));
        }
        LaneLoops.add(kind, terms, doubles, 0, count);
        endRow(count);
    }

    /**
     * Takes the terms of the next block, or those that are left at the end, and overwrites them.
     *
     * @param terms has room for a whole block
     * @param from where the first of them stands
     */
    void addBlock(float[] terms, int from, int count) {
        if (count > LANES) {
            Arrays.fill(terms, from + count, from + (count > HALF ? BLOCK : HALF), (float) none(kind));
            LaneLoops.ofBlock(kind, terms, from, count);
        }
        total = both(kind, total, ofRow(terms, from, Math.min(count, LANES)));
    }

    /**
     * Takes the terms of the next block, or those that are left at the end, and overwrites them.
     *
     * @param terms has room for a whole block
     * @param from where the first of them stands
     */
    void addBlock(double[] terms, int from, int count) {
        if (count > LANES) {
            Arrays.fill(terms, from + count, from + (count > HALF ? BLOCK : HALF), none(kind));
            LaneLoops.ofBlock(kind, terms, from, count);
        }
        total = both(kind, total, ofRow(terms, from, Math.min(count, LANES)));
    }

    /** Takes the lanes of the next block, all of which have all their terms. */
    void addLanes(float[] lanes, int from) {
        total = both(kind, total, ofRow(lanes, from, LANES));
    }

    /** Takes the lanes of the next block, all of which have all their terms. */
    void addLanes(double[] lanes, int from) {
        total = both(kind, total, ofRow(lanes, from, LANES));
    }

    /** Takes what the next block comes to. */
    void addTotal(double block) {
        total = both(kind, total, block);
    }

    /** The result of all terms; of a mean, their sum. */
    double result() {
        if (waiting > 0) {
            if (floats.length > 0) {
                add(waitingFloats, waiting);
            } else {
                add(waitingDoubles, waiting);
            }
            waiting = 0;
        }
        endBlock();
        return total;
    }

    private void endRow(int count) {
        rows++;
        if (rows == ROWS || count < LANES) {
            endBlock();
        }
    }

    private void endBlock() {
        if (rows > 0) {
            total = both(kind, total, block());
            rows = 0;
        }
    }

    private double block() {
        return floats.length > 0 ? ofRow(floats, 0, width) : ofRow(doubles, 0, width);
    }
}
