package org.descant.runtime;

/**
 * What a prologue sees and what it hands over: one step of one group of tensors, in double. Nothing that a prologue does
 * takes effect unless the prologues of all groups return.
 */
public final class Step {
    private final RuleDescription rule;
    private final String group;
    private final double[] hypers;
    private final double[] previous;
    private final double[] next;
    private final double[] scalars;
    private final boolean[] flags;
    private final double[] reduced;
    private final InputValues inputs;
    private double loss = Double.NaN;
    private long t;

    Step(RuleDescription rule, String group, double[] hypers, InputValues inputs) {
        int numbers = rule.numberStates().size();
        this.rule = rule;
        this.group = group;
        this.hypers = hypers;
        this.inputs = inputs;
        this.previous = new double[numbers];
        this.next = new double[numbers];
        this.scalars = new double[rule.scalars()];
        this.flags = new boolean[rule.flags()];
        this.reduced = new double[rule.reductions().size()];
    }

    /** The number of this update, from 1. */
    public double t() {
        return t;
    }

    /** The value of a hyperparameter for this step and group, which lies in its range. */
    public double hyper(int index) {
        return hypers[index];
    }

    /** The loss of the first evaluation, once that is made. */
    public double loss() {
        return loss;
    }

    /**
     * The value of an input per model, which is asked for when it is first read in a step.
     *
     * @param input its place among the inputs per model
     */
    public double input(int input) {
        return inputs.number(input);
    }

    /** A state per step or per model as it was before this step; 0 in a start prologue. */
    public double previous(int number) {
        return previous[number];
    }

    /** Sets a state per step or per model; in a start prologue, what it is before the first step. */
    public void next(int number, double value) {
        next[number] = value;
    }

    /** Hands a number to the loops and to later prologues. */
    public void scalar(int index, double value) {
        scalars[index] = value;
    }

    /** A number that an earlier prologue handed over. */
    public double scalar(int index) {
        return scalars[index];
    }

    /** Hands a condition to the loops and to later prologues. */
    public void flag(int index, boolean value) {
        flags[index] = value;
    }

    /** A condition that an earlier prologue handed over. */
    public boolean flag(int index) {
        return flags[index];
    }

    /** A reduction of the whole model, once its sweep is over. */
    public double reduced(int reduction) {
        return reduced[reduction];
    }

    /**
     * Makes the step fail, before anything is written, if a value that the rule passes on is out of its range.
     *
     * @param name what the value is given to: {@code inner.lr}
     * @throws IllegalStateException if the value is NaN or not in the range
     */
    public void check(String name, double value, Range range) {
        if (!range.contains(value)) {
            throw new IllegalStateException(rule.name() + ": " + name + " is " + value + " at step " + t + " in group '"
                    + group + "', which is " + range.exclusion());
        }
    }

    void begin(long update, double[] states) {
        t = update;
        System.arraycopy(states, 0, previous, 0, previous.length);
        System.arraycopy(states, 0, next, 0, next.length);
    }

    void loss(double value) {
        loss = value;
    }

    void reduced(int reduction, double value) {
        reduced[reduction] = value;
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
}
