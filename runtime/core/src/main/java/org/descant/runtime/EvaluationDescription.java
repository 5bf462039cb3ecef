package org.descant.runtime;

/**
 * One gradient that a rule asks for in a step.
 *
 * @param afterSweeps how many sweeps of the step come before it
 * @param moves whether the last of them writes its point into the values; otherwise it is made at what is in them, which is w[t-1]
 * @param flag the index of the condition without which it is not made, as {@link Step#flag} counts; {@link #ALWAYS} if it is made in every
 *     step
 */
public record EvaluationDescription(int afterSweeps, boolean moves, int flag) {
    /** Stands for no condition. */
    public static final int ALWAYS = -1;

    /** The gradient that is in place when a step begins. */
    static final EvaluationDescription AT_VALUES = new EvaluationDescription(0, false, ALWAYS);

    /** Whether it is made in every step. */
    public boolean isInEveryStep() {
        return flag == ALWAYS;
    }

    /** Whether it is made at w[t-1], in every step, before anything else. */
    public boolean isAtValues() {
        return equals(AT_VALUES);
    }

    void check(String rule, int sweeps) {
        if (afterSweeps < 0 || afterSweeps > sweeps || (moves && afterSweeps == 0)) {
            throw new IllegalArgumentException(
                    rule + " has an evaluation after sweep " + afterSweeps + ", but only sweeps 1 to " + sweeps);
        }
    }
}
