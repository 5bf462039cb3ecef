package org.descant.runtime;

/** How what a sweep consists of is run: in the class that was generated, or in its vector form. */
final class SweepCode {
    private final int number;
    private final boolean isStart;
    private final int firstLoop;
    private final ElementLoop[] termLoops;
    private final ElementLoop[] loops;

    /**
     * @param number that of the sweep, among those of a step or those before the first
     * @param firstLoop the number of its first loop among those before the first step
     * @param termLoops those over elements that write terms
     * @param loops the others over elements
     */
    SweepCode(int number, boolean isStart, int firstLoop, ElementLoop[] termLoops, ElementLoop[] loops) {
        this.number = number;
        this.isStart = isStart;
        this.firstLoop = firstLoop;
        this.termLoops = termLoops;
        this.loops = loops;
    }

    /** Runs the prologue of a group. */
    void prologue(Optimizer optimizer, Step step) {
        if (number == 0) {
            if (isStart) {
                optimizer.startPrologue(step);
            } else {
                optimizer.prologue(step);
            }
        } else if (isStart) {
            optimizer.startPrologue(number, step);
        } else {
            optimizer.prologue(number, step);
        }
    }

    /** Runs the prologue of a tensor. */
    void tensorPrologue(Optimizer optimizer, Step step, TensorStep tensor) {
        if (isStart) {
            optimizer.startTensorPrologue(number, step, tensor);
        } else {
            optimizer.tensorPrologue(number, step, tensor);
        }
    }

    /** Runs the loops that write terms on a row of them. */
    void runTerms(Optimizer optimizer, Block block) {
        for (ElementLoop loop : termLoops) {
            run(optimizer, block, loop.number());
        }
    }

    /** Whether the terms of a whole block can be added up in the lanes of the tree; see {@link Optimizer#reduceBlock}. */
    boolean reducesBlocks(Optimizer optimizer) {
        return !isStart && optimizer.reducesBlocks(number);
    }

    /** Adds them up. */
    void reduceBlock(Optimizer optimizer, Block block) {
        optimizer.reduceBlock(number, block);
    }

    /**
     * Whether the terms of a whole block are to be added up by the vector form, where its elements are.
     *
     * @param copies whether the class itself would work on copies
     */
    boolean reducesInPlace(Vectors vectors, boolean copies) {
        if (isStart) {
            return false;
        }
        for (ElementLoop loop : termLoops) {
            if (!vectors.reduces(number, loop.number(), copies)) {
                return false;
            }
        }
        return true;
    }

    /** Adds up the terms of a whole block; see {@link VectorLoops#reduce}. */
    void reduceInPlace(Vectors vectors, Block block, double[] results) {
        for (ElementLoop loop : termLoops) {
            vectors.reduce(number, loop.number(), block, results);
        }
    }

    /** Runs one of the loops over matrices, rows and columns. */
    void runCells(Optimizer optimizer, int loop, Block block) {
        run(optimizer, block, loop);
    }

    /** Runs those of the other loops on one block that write anything in this step. */
    void run(Optimizer optimizer, Block block) {
        if (!isStart && optimizer.vectors().runSweep(optimizer, number, loops, block)) {
            return;
        }
        for (ElementLoop loop : loops) {
            if (loop.isRun(block.flags())) {
                run(optimizer, block, loop.number());
            }
        }
    }

    /** Whether they run as one loop: there is no other in this step, or the vector form has joined them. */
    boolean runsAsOne(Optimizer optimizer, boolean[] flags) {
        if (!isStart && optimizer.vectors().joins(number)) {
            return true;
        }
        int run = 0;
        for (ElementLoop loop : loops) {
            run += loop.isRun(flags) ? 1 : 0;
        }
        return run == 1;
    }

    /** Whether those of them that read what is per row can be run on one row after the other; see {@link Optimizer#rowLoop}. */
    boolean takesRows(Optimizer optimizer) {
        return !isStart && optimizer.takesRows(number) && !runsAsVectors(optimizer.vectors());
    }

    private boolean runsAsVectors(Vectors vectors) {
        for (ElementLoop loop : loops) {
            if (loop.isOfRows() && runsAsVectors(vectors, loop)) {
                return true;
            }
        }
        return false;
    }

    private boolean runsAsVectors(Vectors vectors, ElementLoop loop) {
        return !isStart && vectors.runs(number, loop.number());
    }

    /**
     * Whether a loop over elements runs as a vector form by now, apart from what is beside the elements.
     *
     * @param copies whether the class itself would work on copies
     */
    boolean runsApart(Vectors vectors, ElementLoop loop, boolean copies) {
        return !isStart && vectors.runsApart(number, loop.number()) && (copies || vectors.runs(number, loop.number()));
    }

    /** Runs one that does, as far as whole vectors go, and says where that is. */
    int runApart(Vectors vectors, ElementLoop loop, Block block) {
        return vectors.runWhole(number, loop.number(), block);
    }

    /** As {@link #runApart}, on elements of one row. */
    int runRowApart(Vectors vectors, ElementLoop loop, Block block) {
        return vectors.runRow(number, loop.number(), block);
    }

    /** Runs one as the class itself has it. */
    void runItself(Optimizer optimizer, ElementLoop loop, Block block) {
        optimizer.loop(number, loop.number(), block);
    }

    /** Runs one in whichever form. */
    void run(Optimizer optimizer, ElementLoop loop, Block block) {
        run(optimizer, block, loop.number());
    }

    /** As {@link #run(Optimizer, Block, Run)}, on elements of one row. */
    void runRow(Optimizer optimizer, Block block, Run run) {
        for (ElementLoop loop : loops) {
            if (loop.isRun(run, block.flags())) {
                if (loop.isOfRows()) {
                    optimizer.rowLoop(number, loop.number(), block);
                } else {
                    run(optimizer, block, loop.number());
                }
            }
        }
    }

    /** Runs those of them that write a buffer which the run has. */
    void run(Optimizer optimizer, Block block, Run run) {
        for (ElementLoop loop : loops) {
            if (loop.isRun(run, block.flags())) {
                run(optimizer, block, loop.number());
            }
        }
    }

    private void run(Optimizer optimizer, Block block, int loop) {
        if (isStart) {
            optimizer.startLoop(firstLoop + loop, block);
        } else {
            optimizer.vectors().run(optimizer, number, loop, block);
        }
    }
}
