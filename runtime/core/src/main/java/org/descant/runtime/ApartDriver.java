package org.descant.runtime;

import java.util.Arrays;
import java.util.List;

/**
 * What drives the loops over elements of a sweep in which matrices, rows or columns play a part, where they run as vector forms: these find elements where they
 * are, and all else in arrays of a chunk at an index of its own. So the loops work while memory is read, as a loop in C does: cells are spread in these
 * arrays, terms are left there, and what one loop hands to the next.
 *
 * <p>What is left behind the last whole vector runs in the class itself, on copies beside these arrays.
 */
final class ApartDriver implements ChunkDriver {
    /** Elements of a row from which on a call for each costs less than numbers that are spread. */
    private static final int LONG_ROW = 64;

    private final RuleDescription rule;
    private final List<CellDescription> cells;
    private final Buffers scratch;
    private final Buffers scratchCells;
    private final Folds folds;
    private final Block block;
    private final Block rest;
    private final boolean[] isApart;
    private boolean isByRow;

    /**
     * @param scratch arrays of a chunk, by buffer, those of terms among them
     * @param scratchCells arrays of a chunk, by cell
     */
    ApartDriver(RuleDescription rule, ElementType type, Buffers scratch, Buffers scratchCells, Folds folds) {
        this.rule = rule;
        this.scratch = scratch;
        this.scratchCells = scratchCells;
        this.folds = folds;
        cells = rule.allCells();
        block = new Block(type);
        rest = new Block(type);
        rest.take(scratch);
        rest.takeCells(scratchCells);
        isApart = new boolean[scratch.count()];
        Arrays.fill(isApart, Math.min(rule.buffers(), isApart.length), isApart.length, true);
    }

    /** Goes to a tensor. */
    void take(Step step, TensorStep own) {
        block.take(step, own);
        rest.take(step, own);
    }

    /**
     * Goes to a run, if all loops that have to run as vector forms do so.
     *
     * @param reduces whether the loops that write terms are run
     * @param copies whether loops would work on copies otherwise
     */
    boolean takes(Optimizer optimizer, Sweep sweep, TensorWork work, Run run, boolean reduces, boolean copies) {
        if (run.staged()) {
            return false;
        }
        for (int buffer = 0; buffer < rule.buffers(); buffer++) {
            isApart[buffer] = run.isMissing(buffer) || sweep.handsOn(buffer);
        }
        for (ElementLoop loop : sweep.termLoops()) {
            if (reduces && !sweep.code().runsApart(optimizer.vectors(), loop, copies)) {
                return false;
            }
        }
        for (ElementLoop loop : sweep.updates()) {
            if (loop.isRun(run, block.flags())
                    && touchesApart(loop)
                    && !sweep.code().runsApart(optimizer.vectors(), loop, copies)) {
                return false;
            }
        }
        isByRow = areOfLongRows(sweep.termCells(), work, StateShape.PER_ROW)
                || areOfLongRows(sweep.termCells(), work, StateShape.PER_LAST_ROW);
        isByRow &= areOfLongRows(sweep.readCells(), work, StateShape.PER_ROW)
                || areOfLongRows(sweep.readCells(), work, StateShape.PER_LAST_ROW);
        return true;
    }

    /** Whether all that is per row is of the same rows, which are long. */
    private boolean areOfLongRows(int[] read, TensorWork work, StateShape rows) {
        for (int cell : read) {
            StateShape shape = cells.get(cell).shape();
            boolean isLong = shape == rows
                    && work.needs().cell(cell)
                    && work.cells().geometry(shape).cols() >= LONG_ROW;
            if (shape.isOfRows() && !isLong) {
                return false;
            }
        }
        return true;
    }

    private boolean touchesApart(ElementLoop loop) {
        if (loop.cells().length > 0) {
            return true;
        }
        for (int buffer : loop.touches()) {
            if (isApart[buffer]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isCutForTerms(Sweep sweep, Run run) {
        return true;
    }

    @Override
    public void reduce(Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end) {
        spread(work, sweep.termCells(), from, end);
        for (ElementLoop loop : sweep.termLoops()) {
            drive(optimizer, sweep, loop, work, run, buffers, from, end);
        }
        for (int[] sharing : sweep.sharers()) {
            folds.take(sharing, work, scratch.array(rule.termBuffer(sharing[0])), 0, end - from);
        }
    }

    @Override
    public void update(Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end) {
        spread(work, sweep.readCells(), from, end);
        for (ElementLoop loop : sweep.updates()) {
            if (loop.isRun(run, block.flags())) {
                drive(optimizer, sweep, loop, work, run, buffers, from, end);
            }
        }
    }

    /** Spreads what no kernel takes as numbers. */
    private void spread(TensorWork work, int[] read, int from, int end) {
        for (int cell : read) {
            if (!isByRow || !cells.get(cell).shape().isOfRows()) {
                spread(work, cell, from, end - from, 0);
            }
        }
    }

    private void spread(TensorWork work, int cell, int from, int count, int place) {
        StateShape shape = cells.get(cell).shape();
        Spread.cell(work, cell, shape, StateShape.PER_ELEMENT, from, count, scratchCells, place);
    }

    private void drive(
            Optimizer optimizer,
            Sweep sweep,
            ElementLoop loop,
            TensorWork work,
            Run run,
            Buffers buffers,
            int from,
            int end) {
        int first = run.from() + from;
        block.take(buffers);
        block.takeCells(scratchCells);
        block.takeApart(scratch, isApart, -first);
        block.take(first, run.from() + end);
        if (!touchesApart(loop)) {
            sweep.code().run(optimizer, loop, block);
        } else if (isByRow && loop.isOfRows()) {
            driveRows(optimizer, sweep, loop, work, run, buffers, from, end);
        } else {
            driveRest(optimizer, sweep, loop, buffers, sweep.code().runApart(optimizer.vectors(), loop, block), first);
        }
    }

    private void driveRows(
            Optimizer optimizer,
            Sweep sweep,
            ElementLoop loop,
            TensorWork work,
            Run run,
            Buffers buffers,
            int from,
            int end) {
        Vectors vectors = optimizer.vectors();
        int cols = cols(loop, work);
        int first = run.from() + from;
        int at = from;
        while (at < end) {
            int to = Math.min(end, at + cols - at % cols);
            block.takeRow(work.cells().arrays(), at / cols);
            block.take(run.from() + at, run.from() + to);
            int done = sweep.code().runRowApart(vectors, loop, block);
            if (done < block.to()) {
                spreadRow(loop, work, done - run.from(), to, from);
                driveRest(optimizer, sweep, loop, buffers, done, first);
            }
            at = to;
        }
    }

    private int cols(ElementLoop loop, TensorWork work) {
        for (int cell : loop.cells()) {
            StateShape shape = cells.get(cell).shape();
            if (shape.isOfRows()) {
                return work.cells().geometry(shape).cols();
            }
        }
        throw new IllegalArgumentException("loop " + loop.number() + " reads nothing per row");
    }

    private void spreadRow(ElementLoop loop, TensorWork work, int from, int to, int first) {
        for (int cell : loop.cells()) {
            if (cells.get(cell).shape().isOfRows()) {
                spread(work, cell, from, to - from, from - first);
            }
        }
    }

    /** Runs what a vector form has left. */
    private void driveRest(Optimizer optimizer, Sweep sweep, ElementLoop loop, Buffers buffers, int done, int first) {
        int end = block.to();
        if (done < end) {
            copyIn(loop, buffers, done, end, first);
            rest.take(done - first, end - first);
            sweep.code().runItself(optimizer, loop, rest);
            copyOut(loop, buffers, done, end, first);
        }
    }

    private void copyIn(ElementLoop loop, Buffers buffers, int from, int to, int first) {
        for (int buffer : loop.touches()) {
            if (!isApart[buffer]) {
                System.arraycopy(buffers.array(buffer), from, scratch.array(buffer), from - first, to - from);
            }
        }
    }

    private void copyOut(ElementLoop loop, Buffers buffers, int from, int to, int first) {
        for (int buffer : loop.writes()) {
            if (!isApart[buffer]) {
                System.arraycopy(scratch.array(buffer), from - first, buffers.array(buffer), from, to - from);
            }
        }
    }
}
