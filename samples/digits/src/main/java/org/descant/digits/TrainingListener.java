package org.descant.digits;

/** One who watches a {@link Training}: a progress line, a table. */
public interface TrainingListener {
    /**
     * Called after every step.
     *
     * @param epoch the pass, from 1
     * @param step the step in this pass, from 1
     * @param steps how many there are in a pass
     * @param loss the batch's loss where its first gradient was taken: before the step, for most rules
     */
    default void stepped(int epoch, int step, int steps, double loss) {}

    /** Called after every pass. */
    void finished(Epoch epoch);
}
