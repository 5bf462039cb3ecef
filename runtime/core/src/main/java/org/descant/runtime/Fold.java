package org.descant.runtime;

/** What takes the terms of one reduction, tensor by tensor and in their order, and leaves its results. */
interface Fold {
    /**
     * Forgets what was taken of another tensor.
     *
     * @param vectors what may add up rows
     */
    void begin(TensorWork tensor, Vectors vectors);

    /**
     * Takes the next terms, and may overwrite them.
     *
     * @param terms has room for a block behind the first
     * @param from where the first of them stands
     * @param count at most {@value ReductionTree#BLOCK}
     */
    void take(float[] terms, int from, int count);

    /** As {@link #take(float[], int, int)}. */
    void take(double[] terms, int from, int count);

    /** Whether {@link #take(float[], int, int)} would overwrite that many terms. */
    boolean overwrites(int count);

    /** Leaves the results in the tensor's cells, or in its step. */
    void end(TensorStep step);

    /**
     * What takes the terms of a reduction.
     *
     * @param reduction its place in the description
     */
    static Fold of(RuleDescription rule, int reduction, ElementType elementType) {
        ReductionDescription described = rule.reductions().get(reduction);
        ElementType terms = described.over().isOfMatrices() ? ElementType.DOUBLE : elementType;
        if (described.shape().isOfCols()) {
            return new ColumnFold(described, terms);
        }
        return described.cell() < 0 ? new WholeFold(described, reduction, terms) : new SegmentFold(described, terms);
    }
}
