package org.descant.runtime;

import java.util.List;

/**
 * What takes a rule's loops over memory: sweep by sweep, and in a sweep block by block, all loops on one block before the
 * next, so that what a loop leaves is still in the cache for the loop after it. The end of a sweep is a barrier for its tensor, so that a
 * later one may use what was computed from all its elements; and for the whole model unless the two are of one {@linkplain Stretches stretch}. A
 * driver belongs to one thread.
 *
 * <p>Where a sweep reduces, it goes tensor by tensor, in blocks from the first element of each; before the loops of a block, or after
 * them, the terms of its reductions are computed on copies, row by row of the {@link ReductionTree}. So do sweeps whose
 * loops take numbers of a tensor. All others take adjacent tensors as one.
 */
final class Driver {
    /** Elements of a block: all buffers of most rules fit the L2 cache, and a kernel is compiled after a few calls. */
    static final int BLOCK = ReductionTree.BLOCK;

    private final RuleDescription rule;
    private final Group[] groups;
    private final TensorWork[] tensors;
    private final boolean tensorNumbers;
    private final boolean tensorPrologues;
    private final long elements;
    private final Sweep[] sweeps;
    private final Sweep[] startSweeps;
    private final Stretches stretches;
    private final Block block;
    private final CellDriver cells;
    private final Buffers scratch;
    private final ReductionTree[] trees;
    private final int[] termBuffers;
    private final Excursion excursion;

    /** @param tensors in the order of the model; none if the rule has nothing per tensor */
    Driver(RuleDescription rule, Parameters parameters, Group[] groups, TensorWork[] tensors, Excursion excursion) {
        this.rule = rule;
        this.excursion = excursion;
        this.groups = groups;
        this.tensors = tensors;
        ElementType elementType = parameters.elementType();
        tensorNumbers = rule.tensorScalars() + rule.tensorFlags() > 0;
        tensorPrologues = tensorNumbers
                || !rule.tensorStates().isEmpty()
                || rule.reductions().stream().anyMatch(ReductionDescription::ofNumbers);
        sweeps = Sweep.ofStep(rule);
        startSweeps = Sweep.ofStart(rule);
        stretches = new Stretches(rule);
        block = new Block(elementType);
        elements = parameters.length();
        boolean staged = false;
        for (Group group : groups) {
            staged |= group.runs().stream().anyMatch(Run::staged);
        }
        boolean copies = staged || !rule.reductions().isEmpty();
        scratch = Buffers.scratch(
                elementType, copies ? rule.buffers() + rule.reductions().size() : 0, BLOCK);
        cells = new CellDriver(rule, parameters, tensors, excursion);
        trees = new ReductionTree[rule.reductions().size()];
        termBuffers = new int[trees.length];
        for (int i = 0; i < trees.length; i++) {
            trees[i] = new ReductionTree(rule.reductions().get(i).kind(), elementType);
            termBuffers[i] = rule.termBuffer(i);
        }
    }

    /** Gives every state its start. */
    void start(Optimizer optimizer) {
        for (Group group : groups) {
            group.beginStart();
        }
        for (TensorWork work : tensors) {
            work.beginStart();
        }
        for (Sweep sweep : startSweeps) {
            groupPrologues(optimizer, sweep, true);
            tensorPrologues(optimizer, sweep, true);
            sweep(optimizer, sweep, true);
        }
    }

    /** Makes ready for a step; nothing is written. */
    void begin(boolean started) {
        for (Group group : groups) {
            group.beginStep();
        }
        for (TensorWork work : tensors) {
            work.beginStep(started);
        }
    }

    /** How many sweeps a step has. */
    int sweeps() {
        return sweeps.length;
    }

    /** The first sweep that must wait until a sweep, and those between them, have passed over all tensors. */
    int end(int sweep) {
        return stretches.end(sweep);
    }

    /** Whether a sweep changes values or states. */
    boolean writesState(int sweep) {
        return sweeps[sweep].writesState();
    }

    /** Runs the prologues of all groups before a sweep; nothing is written by them. */
    void groupPrologues(Optimizer optimizer, int sweep) {
        groupPrologues(optimizer, sweeps[sweep], false);
    }

    /** Runs the prologues of all tensors before a sweep; nothing is written by them. */
    void tensorPrologues(Optimizer optimizer, int sweep) {
        tensorPrologues(optimizer, sweeps[sweep], false);
    }

    /** Runs a sweep, and all up to its {@link #end}, over all groups. */
    void sweep(Optimizer optimizer, int sweep) {
        if (end(sweep) == sweep + 1) {
            sweep(optimizer, sweeps[sweep], false);
            return;
        }
        for (Group group : groups) {
            for (int i = 0; i < group.tensors().size(); i++) {
                driveStretch(optimizer, sweep, group.step(), group.tensors().get(i));
            }
        }
        reduceModel(sweeps[end(sweep) - 1], false);
    }

    /** What one sweep has read is in the cache for the next, if the tensor is small enough. */
    private void driveStretch(Optimizer optimizer, int first, Step step, TensorWork work) {
        for (int number = first; number < end(first); number++) {
            Sweep sweep = sweeps[number];
            if (number > first) {
                sweep.tensorPrologue(optimizer, step, work.step());
            }
            if (isOfCells(sweep)) {
                cells.drive(optimizer, sweep, step, false, work);
            } else if (sweep.hasTerms() || sweep.hasLoops(step.flags())) {
                block.take(step);
                driveTensor(optimizer, sweep, false, work);
            }
        }
    }

    private void groupPrologues(Optimizer optimizer, Sweep sweep, boolean start) {
        for (Group group : groups) {
            sweep.prologue(optimizer, start ? group.start() : group.step());
        }
    }

    private void tensorPrologues(Optimizer optimizer, Sweep sweep, boolean start) {
        if (!tensorPrologues) {
            return;
        }
        for (Group group : groups) {
            Step step = start ? group.start() : group.step();
            for (int i = 0; i < group.tensors().size(); i++) {
                TensorWork work = group.tensors().get(i);
                sweep.tensorPrologue(optimizer, step, start ? work.start() : work.step());
            }
        }
    }

    private void sweep(Optimizer optimizer, Sweep sweep, boolean start) {
        for (int i = 0; i < groups.length; i++) {
            Group group = groups[sweep.place(i, groups.length)];
            sweep(optimizer, sweep, group, start ? group.start() : group.step(), start);
        }
        reduceModel(sweep, start);
    }

    private void sweep(Optimizer optimizer, Sweep sweep, Group group, Step step, boolean start) {
        List<TensorWork> works = group.tensors();
        if (isOfCells(sweep)) {
            for (int i = 0; i < works.size(); i++) {
                cells.drive(optimizer, sweep, step, start, works.get(sweep.place(i, works.size())));
            }
        } else if (sweep.hasTerms() || sweep.hasLoops(step.flags())) {
            block.take(step);
            if (sweep.hasTerms() || tensorNumbers) {
                for (int i = 0; i < works.size(); i++) {
                    driveTensor(optimizer, sweep, start, works.get(sweep.place(i, works.size())));
                }
            } else {
                drive(optimizer, sweep, group.runs());
            }
        }
    }

    private boolean isOfCells(Sweep sweep) {
        return sweep.hasCells() || !rule.unneeded().isEmpty();
    }

    private void reduceModel(Sweep sweep, boolean start) {
        for (int reduction : sweep.modelReductions()) {
            reduceModel(reduction, start);
        }
    }

    private void reduceModel(int reduction, boolean start) {
        ReductionDescription described = rule.reductions().get(reduction);
        double result = ReductionTree.none(described.kind());
        for (TensorWork work : tensors) {
            TensorStep step = start ? work.start() : work.step();
            double value = described.ofNumbers()
                    ? ReductionTree.both(described.kind(), ReductionTree.none(described.kind()), step.term(reduction))
                    : step.reduced(reduction);
            result = ReductionTree.both(described.kind(), result, value);
        }
        long entries = entries(described.over());
        double finished = ReductionTree.finished(described.kind(), result, entries);
        for (Group group : groups) {
            (start ? group.start() : group.step()).reduced(reduction, finished);
        }
    }

    private long entries(StateShape over) {
        if (over == StateShape.PER_ELEMENT) {
            return elements;
        } else if (!over.isOfCells()) {
            return tensors.length;
        }
        long entries = 0;
        for (TensorWork work : tensors) {
            entries += work.cells().geometry(over).count(over);
        }
        return entries;
    }

    private void driveTensor(Optimizer optimizer, Sweep sweep, boolean start, TensorWork work) {
        TensorStep step = start ? work.start() : work.step();
        block.take(step);
        for (int reduction : sweep.elementReductions()) {
            trees[reduction].begin();
        }
        drive(optimizer, sweep, work.runs());
        for (int reduction : sweep.elementReductions()) {
            ReductionDescription described = rule.reductions().get(reduction);
            double result = trees[reduction].result();
            boolean whole = described.shape() == StateShape.PER_TENSOR;
            step.reduced(
                    reduction,
                    whole
                            ? ReductionTree.finished(
                                    described.kind(), result, work.tensor().length())
                            : result);
        }
    }

    private void drive(Optimizer optimizer, Sweep sweep, List<Run> runs) {
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(sweep.place(i, runs.size()));
            Buffers buffers = run.buffers(excursion.isAway());
            int blocks = (run.length() - 1) / BLOCK + 1;
            for (int k = 0; k < blocks; k++) {
                int done = sweep.place(k, blocks) * BLOCK;
                driveBlock(optimizer, sweep, run, buffers, done, Math.min(run.length() - done, BLOCK));
            }
        }
    }

    private void driveBlock(Optimizer optimizer, Sweep sweep, Run run, Buffers buffers, int done, int count) {
        if (sweep.hasTerms() && !sweep.hasTermsLast()) {
            reduce(optimizer, sweep, run, buffers, done, count);
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
                sweep.run(optimizer, block);
            }
        }
        if (sweep.hasTermsLast()) {
            reduce(optimizer, sweep, run, buffers, done, count);
        }
    }

    /** Terms are computed on copies, so that inputs and terms have one index, which begins with each row of the tree. */
    private void reduce(Optimizer optimizer, Sweep sweep, Run run, Buffers buffers, int from, int length) {
        block.take(scratch);
        for (int done = 0; done < length; done += ReductionTree.LANES) {
            int count = Math.min(length - done, ReductionTree.LANES);
            copyIn(sweep.termReads(), run, buffers, from + done, count);
            block.take(0, count);
            sweep.runTerms(optimizer, block);
            for (int reduction : sweep.elementReductions()) {
                if (block.isFloat()) {
                    trees[reduction].add(scratch.floats(termBuffers[reduction]), count);
                } else {
                    trees[reduction].add(scratch.doubles(termBuffers[reduction]), count);
                }
            }
        }
    }

    /** Unequal offsets are not vectorised: the loops see copies that all begin at 0. */
    private void driveStaged(Optimizer optimizer, Sweep sweep, Run run, Buffers buffers, int done, int count) {
        block.take(scratch);
        copyIn(sweep.touched(), run, buffers, done, count);
        block.take(0, count);
        sweep.run(optimizer, block);
        for (int buffer : sweep.writes()) {
            System.arraycopy(scratch.array(buffer), 0, buffers.array(buffer), run.offsets()[buffer] + done, count);
        }
    }

    private void copyIn(int[] touched, Run run, Buffers buffers, int from, int count) {
        for (int buffer : touched) {
            System.arraycopy(buffers.array(buffer), run.offsets()[buffer] + from, scratch.array(buffer), 0, count);
        }
    }
}
