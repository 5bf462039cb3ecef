package org.descant.runtime;

/**
 * What a kernel works on: a stretch {@code from … to − 1} of every buffer, at one common index, with the numbers and
 * conditions that the prologue computed for it. One object is used again for every block.
 *
 * <p>Kernels of a {@linkplain VectorLoops vector form} may be given cells, terms and some buffers apart from the elements, at an index that differs from
 * theirs by {@link #shift()}.
 */
public final class Block {
    /** How many terms of a reduction are added up side by side; see {@link Optimizer#reduceBlock}. */
    public static final int LANES = ReductionTree.LANES;

    private static final Buffers NONE = new Buffers(new Object[] {});

    private final boolean isFloat;
    private final int firstTerms;
    private final Buffers terms;
    private Buffers buffers = NONE;
    private Buffers cells = NONE;
    private Buffers rows = NONE;
    private double[] scalars = {};
    private boolean[] flags = {};
    private double[] tensorScalars = {};
    private boolean[] tensorFlags = {};
    private Buffers apart = NONE;
    private boolean[] isApart = {};
    private int shift;
    private int row;
    private int from;
    private int to;

    Block(ElementType elementType) {
        this(elementType, Integer.MAX_VALUE, NONE);
    }

    /**
     * @param firstTerms the number from which on buffers are of terms
     * @param terms these buffers, which stay the same
     */
    Block(ElementType elementType, int firstTerms, Buffers terms) {
        isFloat = elementType == ElementType.FLOAT;
        this.firstTerms = firstTerms;
        this.terms = terms;
    }

    /** Whether the buffers are {@code float[]}; they are {@code double[]} otherwise. */
    public boolean isFloat() {
        return isFloat;
    }

    /** A buffer of floats; {@link RuleDescription} says how buffers are numbered. */
    public float[] floats(int buffer) {
        if (isApart(buffer)) {
            return apart.floats(buffer);
        }
        return buffer < firstTerms ? buffers.floats(buffer) : terms.floats(buffer - firstTerms);
    }

    /** A buffer of doubles. */
    public double[] doubles(int buffer) {
        if (isApart(buffer)) {
            return apart.doubles(buffer);
        }
        return buffer < firstTerms ? buffers.doubles(buffer) : terms.doubles(buffer - firstTerms);
    }

    private boolean isApart(int buffer) {
        return isApart.length > 0 && isApart[buffer];
    }

    /** What to add to the index of an element for its place in cells and terms; 0 but in kernels of a vector form. */
    public int shift() {
        return shift;
    }

    /** What to add to the index of an element for its place in a buffer; 0 but in kernels of a vector form, for what stands apart. */
    public int shift(int buffer) {
        return isApart(buffer) ? shift : 0;
    }

    /**
     * A cell of floats: in a loop over its own shape an entry for each matrix, row or column; in a loop over a larger shape spread
     * over that. {@link RuleDescription} says how cells are numbered.
     */
    public float[] floatCells(int cell) {
        return cells.floats(cell);
    }

    /** A cell of doubles; those per matrix are of doubles in their own loops whatever the parameters are. */
    public double[] doubleCells(int cell) {
        return cells.doubles(cell);
    }

    /** What a cell of floats has for the row at hand, in {@link Optimizer#rowLoop}. */
    public float floatCell(int cell) {
        return rows.floats(cell)[row];
    }

    /** What a cell of doubles has for the row at hand. */
    public double doubleCell(int cell) {
        return rows.doubles(cell)[row];
    }

    /** A number that the prologue handed over with {@link Step#scalar}, to be rounded once to the element type. */
    public double scalar(int index) {
        return scalars[index];
    }

    /** A condition that the prologue handed over with {@link Step#flag}. */
    public boolean flag(int index) {
        return flags[index];
    }

    /** A number of the tensor at hand, handed over with {@link TensorStep#scalar}, to be rounded once to the element type. */
    public double tensorScalar(int index) {
        return tensorScalars[index];
    }

    /** A condition of the tensor at hand, handed over with {@link TensorStep#flag}. */
    public boolean tensorFlag(int index) {
        return tensorFlags[index];
    }

    /** The first index. */
    public int from() {
        return from;
    }

    /** The index behind the last. */
    public int to() {
        return to;
    }

    /** The conditions of the step at hand. */
    boolean[] flags() {
        return flags;
    }

    /** Takes numbers and conditions that are no step's. */
    void take(double[] numbers, boolean[] conditions, double[] ofTensor, boolean[] conditionsOfTensor) {
        scalars = numbers;
        flags = conditions;
        tensorScalars = ofTensor;
        tensorFlags = conditionsOfTensor;
    }

    void take(Step step) {
        scalars = step.scalars();
        flags = step.flags();
    }

    void take(TensorStep step) {
        tensorScalars = step.scalars();
        tensorFlags = step.flags();
    }

    void take(Step step, TensorStep tensor) {
        take(step);
        take(tensor);
    }

    void take(Buffers arrays) {
        buffers = arrays;
    }

    void takeCells(Buffers arrays) {
        cells = arrays;
    }

    /**
     * Takes what stands apart from the elements.
     *
     * @param arrays by buffer, those of terms among them
     * @param which of the buffers these are
     * @param difference what to add to the index of an element for its place in them, and in cells
     */
    void takeApart(Buffers arrays, boolean[] which, int difference) {
        apart = arrays;
        isApart = which;
        shift = difference;
    }

    /** Goes to a row of a tensor whose cells are given. */
    void takeRow(Buffers arrays, int number) {
        rows = arrays;
        row = number;
    }

    void take(int first, int end) {
        from = first;
        to = end;
    }
}
