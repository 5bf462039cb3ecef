package org.descant.runtime;

/**
 * What runs loops on memory, with a block, scratch arrays and trees of its own: some blocks at a time, all loops on these before the
 * next, so that what a loop leaves is still in the cache for the loop after it. Threads that share a sweep have a hand each.
 *
 * <p>Where a sweep reduces, it goes in blocks from the first element of each tensor; before the loops of a block, or after them, the terms
 * of its reductions are added up: a whole block of the {@link ReductionTree} by a kernel of the class, where it has one, and otherwise from arrays of terms.
 */
final class Hand {
    /** Blocks that are driven one by one at first: the JVM compiles a loop after some hundred calls, however long these are. */
    static final int ONE_BY_ONE = 4_000;

    /** Blocks of floats that loops take one after the other; of doubles half as many: what most rules touch there stays in the L2 cache. */
    private static final int FLOAT_BLOCKS = 4;

    /** Blocks that a loop takes which is alone in its sweep: all, as far as an int counts their elements. */
    private static final int MOST_BLOCKS = Integer.MAX_VALUE / Driver.BLOCK;

    private final RuleDescription rule;
    private final Block block;
    private final CellDriver cells;
    private final Buffers scratch;
    private final ReductionTree[] trees;
    private final Buffers terms;
    private final double[] results;
    private final Excursion excursion;
    private int driven;

    /**
     * @param copies whether loops are run on copies of some blocks
     * @param hasTensors whether the rule has anything per tensor
     * @param alongside arrays of its own at the index of the elements
     */
    Hand(
            RuleDescription rule,
            ElementType elementType,
            boolean copies,
            boolean hasTensors,
            Excursion excursion,
            Alongside alongside) {
        this.rule = rule;
        this.excursion = excursion;
        terms = alongside.terms();
        block = new Block(elementType, rule.buffers(), terms);
        cells = new CellDriver(rule, elementType, hasTensors, excursion, alongside);
        trees = new ReductionTree[rule.reductions().size()];
        scratch = Buffers.scratch(elementType, copies ? rule.buffers() : 0, Driver.BLOCK);
        results = new double[trees.length * (1 + ReductionTree.SUMS)];
        for (int i = 0; i < trees.length; i++) {
            trees[i] = new ReductionTree(rule.reductions().get(i).kind());
        }
    }

    /** How many blocks a length has. */
    static int blocks(int length) {
        return length == 0 ? 0 : (length - 1) / Driver.BLOCK + 1;
    }

    /** Goes to a group. */
    void take(Step step) {
        block.take(step);
    }

    /**
     * Runs a stretch of sweeps on a tensor: what one of them has read is in the cache for the next, if the tensor is small enough.
     *
     * @param step that of the tensor's group
     */
    void driveStretch(Optimizer optimizer, Sweep[] sweeps, int first, int end, Step step, TensorWork work, Run[] runs) {
        for (int number = first; number < end; number++) {
            if (number > first) {
                sweeps[number].code().tensorPrologue(optimizer, step, work.step());
            }
            driveTensor(optimizer, sweeps[number], step, work.step(), work, runs);
        }
    }

    /**
     * Runs a sweep on a tensor, and leaves what it reduces to.
     *
     * @param group that of the tensor's group
     */
    void driveTensor(Optimizer optimizer, Sweep sweep, Step group, TensorStep step, TensorWork work, Run[] runs) {
        if (sweep.isOfCells()) {
            cells.drive(optimizer, sweep, group, step, work, runs);
            return;
        }
        if (!sweep.hasTerms() && !sweep.hasLoops(group.flags())) {
            return;
        }
        block.take(group, step);
        for (int reduction : sweep.elementReductions()) {
            trees[reduction].begin();
        }
        int length = 0;
        for (Run run : runs) {
            drive(optimizer, sweep, run, 0, blocks(run.length()));
            length += run.length();
        }
        for (int reduction : sweep.elementReductions()) {
            leave(step, reduction, trees[reduction].result(), length);
        }
    }

    /** Leaves what the terms of a tensor add up to. */
    void leave(TensorStep step, int reduction, double result, int length) {
        ReductionDescription described = rule.reductions().get(reduction);
        boolean whole = described.shape() == StateShape.PER_TENSOR;
        step.reduced(reduction, whole ? ReductionTree.finished(described.kind(), result, length) : result);
    }

    /**
     * Runs a sweep on some blocks of a tensor of the group at hand.
     *
     * @param results what each block reduces to, by reduction and block
     * @param place where among these the tensor's first block stands
     */
    void drivePart(
            Optimizer optimizer,
            Sweep sweep,
            TensorStep step,
            Run run,
            int first,
            int end,
            double[][] results,
            int place) {
        block.take(step);
        if (sweep.elementReductions().length == 0) {
            drive(optimizer, sweep, run, first, end);
            return;
        }
        for (int number = first; number < end; number++) {
            for (int reduction : sweep.elementReductions()) {
                trees[reduction].begin();
            }
            drive(optimizer, sweep, run, number, number + 1);
            for (int reduction : sweep.elementReductions()) {
                results[reduction][place + number] = trees[reduction].result();
            }
        }
    }

    /** Runs a sweep on some blocks of a run. */
    void drive(Optimizer optimizer, Sweep sweep, Run run, int first, int end) {
        Buffers buffers = run.buffers(excursion.isAway());
        int atOnce = blocksAtOnce(optimizer, sweep, run);
        for (int number = first; number < end; ) {
            int blocks = Math.min(end - number, driven < ONE_BY_ONE ? 1 : atOnce);
            int done = number * Driver.BLOCK;
            driveBlocks(optimizer, sweep, run, buffers, done, Math.min(run.length() - done, blocks * Driver.BLOCK));
            number += blocks;
            driven = Math.min(driven + blocks, ONE_BY_ONE);
        }
    }

    private int blocksAtOnce(Optimizer optimizer, Sweep sweep, Run run) {
        if (run.staged()) {
            return 1;
        }
        boolean isOneLoop = !sweep.hasTerms()
                && !sweep.zeroesGradient()
                && !excursion.isLeaving()
                && sweep.code().runsAsOne(optimizer, block.flags());
        if (isOneLoop) {
            return MOST_BLOCKS;
        }
        return block.isFloat() ? FLOAT_BLOCKS : FLOAT_BLOCKS / 2;
    }

    private void driveBlocks(Optimizer optimizer, Sweep sweep, Run run, Buffers buffers, int done, int count) {
        if (sweep.hasTerms() && !sweep.hasTermsLast()) {
            reduceBlocks(optimizer, sweep, run, buffers, done, count);
        }
        if (excursion.isLeaving()) {
            excursion.keep(run, done, count);
        }
        if (sweep.hasLoops(block.flags())) {
            if (run.staged()) {
                driveStaged(optimizer, sweep, run, buffers, done, count);
            } else {
                block.take(buffers);
                block.take(run.from() + done, run.from() + done + count);
                sweep.code().run(optimizer, block);
            }
        }
        if (sweep.hasTermsLast()) {
            reduceBlocks(optimizer, sweep, run, buffers, done, count);
        }
        if (sweep.zeroesGradient()) {
            ZeroedGradient.set(run, buffers, done, count);
        }
    }

    private void reduceBlocks(Optimizer optimizer, Sweep sweep, Run run, Buffers buffers, int from, int length) {
        for (int done = 0; done < length; done += Driver.BLOCK) {
            reduce(optimizer, sweep, run, buffers, from + done, Math.min(length - done, Driver.BLOCK));
        }
    }

    /** Where the vector form of a class is used, it reads whole blocks where they are. */
    private boolean reduceInPlace(
            Optimizer optimizer, Sweep sweep, Buffers buffers, int place, int length, boolean copies) {
        if (length < Driver.BLOCK || !sweep.code().reducesInPlace(optimizer.vectors(), copies)) {
            return false;
        }
        block.take(buffers);
        block.take(place, place + length);
        sweep.code().reduceInPlace(optimizer.vectors(), block, results);
        for (int reduction : sweep.elementReductions()) {
            trees[reduction].addTotal(results[reduction]);
        }
        return true;
    }

    /** Terms are computed where their inputs are, at the same index; or on copies, if these arrays do not reach so far. */
    private void reduce(Optimizer optimizer, Sweep sweep, Run run, Buffers buffers, int from, int length) {
        int place = run.from() + from;
        boolean copies = run.staged() || place + length > Alongside.REACH;
        if (!run.staged() && reduceInPlace(optimizer, sweep, buffers, place, length, copies)) {
            return;
        }
        if (copies) {
            copyIn(sweep.termReads(), run, buffers, from, length);
        }
        Buffers read = copies ? scratch : buffers;
        int first = copies ? 0 : place;
        if (length == Driver.BLOCK && sweep.code().reducesBlocks(optimizer)) {
            reduceBlock(optimizer, sweep, read, first);
        } else {
            reduceTerms(optimizer, sweep, read, first, length);
        }
    }

    private void reduceBlock(Optimizer optimizer, Sweep sweep, Buffers buffers, int first) {
        block.take(buffers);
        block.take(first, first + ReductionTree.LANES);
        sweep.code().reduceBlock(optimizer, block);
        for (int reduction : sweep.elementReductions()) {
            if (block.isFloat()) {
                trees[reduction].addLanes(terms.floats(reduction), first);
            } else {
                trees[reduction].addLanes(terms.doubles(reduction), first);
            }
        }
    }

    private void reduceTerms(Optimizer optimizer, Sweep sweep, Buffers buffers, int first, int length) {
        block.take(buffers);
        block.take(first, first + length);
        sweep.code().runTerms(optimizer, block);
        for (int reduction : sweep.elementReductions()) {
            if (block.isFloat()) {
                trees[reduction].addBlock(terms.floats(reduction), first, length);
            } else {
                trees[reduction].addBlock(terms.doubles(reduction), first, length);
            }
        }
    }

    /** Unequal offsets are not vectorised: the loops see copies that all begin at 0. */
    private void driveStaged(Optimizer optimizer, Sweep sweep, Run run, Buffers buffers, int done, int count) {
        block.take(scratch);
        copyIn(sweep.touched(), run, buffers, done, count);
        block.take(0, count);
        sweep.code().run(optimizer, block);
        for (int buffer : sweep.leaves()) {
            System.arraycopy(scratch.array(buffer), 0, buffers.array(buffer), run.offsets()[buffer] + done, count);
        }
    }

    private void copyIn(int[] touched, Run run, Buffers buffers, int from, int count) {
        for (int buffer : touched) {
            System.arraycopy(buffers.array(buffer), run.offsets()[buffer] + from, scratch.array(buffer), 0, count);
        }
    }
}
