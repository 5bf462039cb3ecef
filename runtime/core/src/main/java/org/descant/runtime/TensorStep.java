package org.descant.runtime;

/**
 * What a prologue of tensors sees and what it hands over: one step of one tensor, in double. States that it sets become the
 * state when the whole step is over.
 */
public final class TensorStep {
    private final Geometry geometry;
    private final Geometry lastGeometry;
    private final double[] inputs;
    private final double[] previous;
    private final double[] next;
    private final double[] scalars;
    private final boolean[] flags;
    private final double[] terms;
    private final double[] results;
    private final int firstResult;

    /** @param inputs what the inputs per tensor are by now */
    TensorStep(RuleDescription rule, Tensor tensor, double[] inputs) {
        this(rule, tensor, inputs, new double[rule.reductions().size()], 0);
    }

    /**
     * @param results the reductions of all tensors, tensor by tensor: beside each other, as they are added up
     * @param place the tensor's place among all
     */
    TensorStep(RuleDescription rule, Tensor tensor, double[] inputs, double[] results, int place) {
        this.results = results;
        this.firstResult = place * rule.reductions().size();
        this.inputs = inputs;
        this.geometry = Geometry.first(tensor.shape());
        this.lastGeometry = Geometry.last(tensor.shape());
        int states = rule.tensorStates().size();
        this.previous = new double[states];
        this.next = new double[states];
        this.scalars = new double[rule.tensorScalars()];
        this.flags = new boolean[rule.tensorFlags()];
        this.terms = new double[rule.reductions().size()];
    }

    /** The number of axes. */
    public double rank() {
        return geometry.rank();
    }

    /** The number of elements. */
    public double numel() {
        return (double) geometry.matrices() * geometry.rows() * geometry.cols();
    }

    /** The rows of the tensor seen as one matrix, its first axis × the rest. */
    public double rows() {
        return geometry.rows();
    }

    /** The columns of the tensor seen as one matrix. */
    public double cols() {
        return geometry.cols();
    }

    /** The rows of each matrix, where the tensor is seen as a stack of matrices over its last two axes. */
    public double lastRows() {
        return lastGeometry.rows();
    }

    /** The columns of each matrix over the last two axes. */
    public double lastCols() {
        return lastGeometry.cols();
    }

    /**
     * The value of an input per tensor.
     *
     * @param input its place among the inputs per tensor
     */
    public double input(int input) {
        return inputs[input];
    }

    /** A state per tensor as it was before this step; 0 in a start prologue. */
    public double previous(int state) {
        return previous[state];
    }

    /** Sets a state per tensor; in a start prologue, what it is before the first step. */
    public void next(int state, double value) {
        next[state] = value;
    }

    /** A reduction of this tensor, once its sweep is over. */
    public double reduced(int reduction) {
        return results[firstResult + reduction];
    }

    /** Gives this tensor's entry of a reduction over numbers per tensor. */
    public void term(int reduction, double value) {
        terms[reduction] = value;
    }

    /** Hands a number to loops and to later prologues. */
    public void scalar(int index, double value) {
        scalars[index] = value;
    }

    /** A number that an earlier prologue handed over. */
    public double scalar(int index) {
        return scalars[index];
    }

    /** Hands a condition to loops and to later prologues. */
    public void flag(int index, boolean value) {
        flags[index] = value;
    }

    /** A condition that an earlier prologue handed over. */
    public boolean flag(int index) {
        return flags[index];
    }

    void begin(double[] states) {
        System.arraycopy(states, 0, previous, 0, previous.length);
        System.arraycopy(states, 0, next, 0, next.length);
    }

    /** The reductions of all tensors, tensor by tensor. */
    double[] results() {
        return results;
    }

    double[] next() {
        return next;
    }

    double[] scalars() {
        return scalars;
    }

    boolean[] flags() {
        return flags;
    }

    double term(int reduction) {
        return terms[reduction];
    }

    void reduced(int reduction, double value) {
        results[firstResult + reduction] = value;
    }
}
