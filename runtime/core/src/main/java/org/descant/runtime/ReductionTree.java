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
 * <p>A tree takes its terms a block at a time: two loops, over one array with indices that differ by constants, which C2 vectorises on JDK 17 and 25 alike,
 * add all rows of the block to the first.
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
    private final float[] waitingFloats;
    private final double[] waitingDoubles;
    private double total;
    private int waiting;

    /** A tree that is given whole blocks. */
    ReductionTree(ReductionKind kind) {
        this.kind = kind;
        waitingFloats = new float[0];
        waitingDoubles = new double[0];
    }

    /** A tree that terms of a type may be appended to, too. */
    ReductionTree(ReductionKind kind, ElementType elementType) {
        this.kind = kind;
        waitingFloats = new float[elementType == ElementType.FLOAT ? BLOCK : 0];
        waitingDoubles = new double[elementType == ElementType.DOUBLE ? BLOCK : 0];
    }

    /** The result over no entries. */
    static double none(ReductionKind kind) {
        return switch (kind) {
            case SUM, MEAN -> 0;
            case AMAX -> Double.NEGATIVE_INFINITY;
            case AMIN -> Double.POSITIVE_INFINITY;
        };
    }

    /**
     * Two results of the kind as one; of a mean, two sums. Not for a loop over terms: in a JVM that has only summed before, C2 may leave a call for each.
     */
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

    /**
     * Whether terms can be taken by {@code addBlock}: they are a block, or all that the last one has, and more than a row of lanes.
     *
     * @param taken the terms before them
     * @param all the terms of the tree
     */
    static boolean isBlock(int taken, int count, int all) {
        return count > LANES && taken % BLOCK == 0 && count == Math.min(BLOCK, all - taken);
    }

    /** Whether {@code addBlock} overwrites so many terms and nothing behind them. */
    static boolean isOverwrittenAlone(int count) {
        return count == HALF || count == BLOCK;
    }

    /** Forgets all terms. */
    void begin() {
        total = none(kind);
        waiting = 0;
    }

    /** Takes the next terms, as many as there are; they wait until they are a block. */
    void append(float[] terms, int from, int count) {
        int taken = 0;
        while (taken < count) {
            int more = Math.min(count - taken, BLOCK - waiting);
            System.arraycopy(terms, from + taken, waitingFloats, waiting, more);
            waiting += more;
            taken += more;
            if (waiting == BLOCK) {
                endBlock();
            }
        }
    }

    /** Takes the next terms, as many as there are; they wait until they are a block. */
    void append(double[] terms, int from, int count) {
        int taken = 0;
        while (taken < count) {
            int more = Math.min(count - taken, BLOCK - waiting);
            System.arraycopy(terms, from + taken, waitingDoubles, waiting, more);
            waiting += more;
            taken += more;
            if (waiting == BLOCK) {
                endBlock();
            }
        }
    }

    /** The result of at most {@value #LANES} terms, each of which would be a lane; of a mean, their sum. */
    double ofRow(float[] terms, int from, int count) {
        return switch (kind) {
            case SUM, MEAN -> LaneLoops.sum(terms, from, count);
            case AMAX -> LaneLoops.largest(terms, from, count);
            case AMIN -> LaneLoops.smallest(terms, from, count);
        };
    }

    /** The result of at most {@value #LANES} terms, each of which would be a lane; of a mean, their sum. */
    double ofRow(double[] terms, int from, int count) {
        return switch (kind) {
            case SUM, MEAN -> LaneLoops.sum(terms, from, count);
            case AMAX -> LaneLoops.largest(terms, from, count);
            case AMIN -> LaneLoops.smallest(terms, from, count);
        };
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
        endBlock();
        return total;
    }

    private void endBlock() {
        if (waitingFloats.length > 0 && waiting > 0) {
            addBlock(waitingFloats, 0, waiting);
        } else if (waiting > 0) {
            addBlock(waitingDoubles, 0, waiting);
        }
        waiting = 0;
    }
}
