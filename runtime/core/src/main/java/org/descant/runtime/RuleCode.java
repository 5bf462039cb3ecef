package org.descant.runtime;

/** What the compiler writes of a rule: its arithmetic, for the runtime to call. */
abstract class RuleCode {
    RuleCode() {}

    /**
     * Decides by a tensor's dimensions what it needs. It is asked once, by the constructor.
     *
     * @return the conditions that hold: number k of {@link RuleDescription#decisions} is the bit k
     */
    protected int decide(TensorStep tensor) {
        return 0;
    }

    /** Computes the states per step and per model before the first step, where they are not 0. */
    protected void startPrologue(Step step) {}

    /** Runs one of the loops before the first step: those that fill states per element that are not 0, and those that write terms. */
    protected void startLoop(int loop, Block block) {}

    /** Computes what is known of the states per step and per model once a start sweep is over: before that of this number. */
    protected void startPrologue(int sweep, Step step) {}

    /** Computes what is per tensor before a start sweep. */
    protected void startTensorPrologue(int sweep, Step step, TensorStep tensor) {}

    /** Computes what is per step, before the first sweep: once for every step and group, in double. */
    protected abstract void prologue(Step step);

    /** Computes what is per model once a sweep is over: before that of this number, for every group, in double. */
    protected void prologue(int sweep, Step step) {}

    /**
     * Computes what is per tensor before a sweep: for every tensor, in double. Where there are {@link Optimizer#workers}, several threads may call this at
     * once, for different tensors.
     *
     * @param step that of the tensor's group, whose prologue has been run
     */
    protected void tensorPrologue(int sweep, Step step, TensorStep tensor) {}

    /**
     * Runs one loop of a sweep on a block, or on a row of terms. Where there are {@link Optimizer#workers}, several threads may call this at once, for
     * different blocks, so that it writes to nothing but the block's buffers.
     */
    protected abstract void loop(int sweep, int loop, Block block);

    /** Whether the terms of a sweep can be added up by {@link #reduceBlock}. */
    protected boolean reducesBlocks(int sweep) {
        return false;
    }

    /**
     * Adds up the terms of a sweep over a whole block of the tree of reductions: {@value Block#LANES} lanes, side by side, that have eight terms each. It serves in place of the
     * loops that write terms, where {@link #reducesBlocks} says so, under the same conditions.
     *
     * @param block the first of the block's rows, which are {@value Block#LANES} elements each; the buffers of terms take the lanes at its index
     */
    protected void reduceBlock(int sweep, Block block) {
        throw new IllegalStateException("sweep " + sweep + " adds up no blocks");
    }

    /** Whether {@link #rowLoop} serves for those loops of a sweep over elements that read what is per row. */
    protected boolean takesRows(int sweep) {
        return false;
    }

    /**
     * Runs one loop of a sweep on elements of one row, in place of {@link #loop}: what it reads of the row is a number there, and no array.
     *
     * @param block some elements of a row, whose numbers are {@link Block#floatCell} and {@link Block#doubleCell}
     */
    protected void rowLoop(int sweep, int loop, Block block) {
        throw new IllegalStateException("loop " + loop + " of sweep " + sweep + " takes no rows");
    }

    /**
     * Computes what is per step for an output that is computed when it is read. It sees the states as the last step left
     * them, through {@link Step#previous}, and no hyperparameters: those may have changed since.
     *
     * @param output the output's place in the description
     */
    protected void outputPrologue(int output, Step step) {}

    /**
     * Computes an output into the buffer {@link RuleDescription#outputBuffer} from copies of the values and states.
     *
     * @param output the output's place in the description
     */
    protected void outputLoop(int output, Block block) {}
}
