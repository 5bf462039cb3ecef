package org.descant.runtime;

import java.util.List;

/**
 * What drives the loops over elements of sweeps in which matrices, rows or columns play a part, block by block. What a loop reads of a smaller shape is spread
 * beside the elements, so that one index serves all arrays, or is a number where one row comes after the other.
 *
 * <p>Where the arrays that this takes do not reach, or those of the elements have several indices, loops work on copies of chunks, beside which cells are
 * spread. Terms come in chunks of whole rows then where these are short, and of blocks of one row where
 * they are long, as the folds of rows and columns take them fastest.
 */
final class ElementDriver {
    /** Elements of a row from which on a call for each costs less than copies. */
    private static final int LONG_ROW = 64;

    /** Elements of a row from which on a call for each costs less than numbers that are spread beside the elements. */
    private static final int VERY_LONG_ROW = 512;

    private static final int[] NO_CELLS = {};

    private final RuleDescription rule;
    private final List<CellDescription> cells;
    private final Block copies;
    private final Block inPlace;
    private final Buffers scratch;
    private final Buffers scratchCells;
    private final Folds folds;
    private final Excursion excursion;
    private final Alongside alongside;

    /**
     * @param scratch arrays for copies of a chunk, by buffer
     * @param scratchCells arrays for what is spread beside them, by cell
     */
    ElementDriver(
            RuleDescription rule,
            ElementType type,
            Buffers scratch,
            Buffers scratchCells,
            Folds folds,
            Excursion excursion,
            Alongside alongside) {
        this.rule = rule;
        this.scratch = scratch;
        this.scratchCells = scratchCells;
        this.folds = folds;
        this.excursion = excursion;
        this.alongside = alongside;
        cells = rule.allCells();
        copies = new Block(type);
        inPlace = new Block(type, rule.buffers(), alongside.terms());
    }

    /**
     * Runs the loops of a sweep over elements on a tensor.
     *
     * @param runs its elements
     */
    void drive(Optimizer optimizer, Sweep sweep, Step step, TensorStep own, TensorWork work, Run[] runs) {
        copies.take(step);
        copies.take(own);
        inPlace.take(step);
        inPlace.take(own);
        folds.begin(sweep.elementReductions(), work);
        for (Run run : runs) {
            driveRun(optimizer, sweep, work, run);
        }
        folds.end(sweep.elementReductions(), work, own);
    }

    private void driveRun(Optimizer optimizer, Sweep sweep, TensorWork work, Run run) {
        boolean hasTerms = work.needs().anyReduction(sweep.elementReductions());
        if (!hasTerms && !(run.hasAny(sweep.writes()) && sweep.hasLoops(copies.flags()))) {
            return;
        }
        Buffers buffers = run.buffers(excursion.isAway());
        Geometry cut = cut(sweep, work);
        boolean isCut = hasTerms && !alongside.reach(run);
        int from = 0;
        while (from < run.length()) {
            int end = isCut ? Chunks.end(cut, from, run.length()) : Chunks.end(from, run.length());
            if (hasTerms && !sweep.hasTermsLast()) {
                reduce(optimizer, sweep, work, run, buffers, from, end);
            }
            finish(optimizer, sweep, work, run, buffers, from, end);
            if (hasTerms && sweep.hasTermsLast()) {
                reduce(optimizer, sweep, work, run, buffers, from, end);
            }
            from = end;
        }
    }

    private void finish(
            Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end) {
        if (excursion.isLeaving()) {
            excursion.keep(run, from, end - from);
        }
        if (run.hasAny(sweep.writes()) && sweep.hasLoops(copies.flags())) {
            update(optimizer, sweep, work, run, buffers, from, end);
        }
    }

    /** The matrices that decide where chunks of terms end. */
    private Geometry cut(Sweep sweep, TensorWork work) {
        for (int reduction : sweep.elementReductions()) {
            StateShape shape = rule.reductions().get(reduction).shape();
            if (shape.isOfCells() && work.needs().reduction(reduction)) {
                return work.cells().geometry(shape);
            }
        }
        return Chunks.ONE_COLUMN;
    }

    private void reduce(
            Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end) {
        if (alongside.reach(run)) {
            reduceInPlace(optimizer, sweep, work, run, buffers, from, end);
            return;
        }
        copyIn(sweep.termReads(), run, buffers, from, end - from);
        takeCopies(work, sweep.termCells(), from, end - from);
        sweep.runTerms(optimizer, copies);
        for (int reduction : sweep.elementReductions()) {
            folds.take(reduction, work, scratch.array(rule.termBuffer(reduction)), 0, end - from);
        }
    }

    private void reduceInPlace(
            Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end) {
        takeInPlace(work, sweep.termCells(), run, buffers, from, end);
        sweep.runTerms(optimizer, inPlace);
        for (int reduction : sweep.elementReductions()) {
            folds.take(reduction, work, alongside.terms().array(reduction), run.from() + from, end - from);
        }
    }

    /** Goes to some elements where they are; what is read of a smaller shape is spread beside them. */
    private void takeInPlace(TensorWork work, int[] read, Run run, Buffers buffers, int from, int end) {
        spread(work, read, from, end - from, alongside.cells(), run.from() + from);
        inPlace.take(buffers);
        inPlace.takeCells(alongside.cells());
        inPlace.take(run.from() + from, run.from() + end);
    }

    private void spread(TensorWork work, int[] read, int from, int count, Buffers targets, int place) {
        for (int cell : read) {
            StateShape shape = cells.get(cell).shape();
            Spread.cell(work, cell, shape, StateShape.PER_ELEMENT, from, count, targets, place);
        }
    }

    /** Whether loops take one row after the other, where the elements are. */
    private boolean isByRow(Optimizer optimizer, Sweep sweep, TensorWork work, Run run) {
        if (run.staged() || !sweep.takesRows(optimizer) || !work.needs().all(sweep.readCells(), NO_CELLS)) {
            return false;
        }
        int least = alongside.reach(run) ? VERY_LONG_ROW : LONG_ROW;
        return rows(sweep, work).cols() >= least;
    }

    /** The rows that the loops of a sweep read numbers of. */
    private Geometry rows(Sweep sweep, TensorWork work) {
        return work.cells().geometry(cells.get(sweep.readCells()[0]).shape());
    }

    private void updateRows(
            Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end) {
        int cols = rows(sweep, work).cols();
        inPlace.take(buffers);
        inPlace.takeCells(work.cells().arrays());
        int at = from;
        while (at < end) {
            int row = at / cols;
            int stop = at + Math.min(end - at, cols - at % cols);
            inPlace.takeRow(row);
            inPlace.take(run.from() + at, run.from() + stop);
            sweep.runRow(optimizer, inPlace, run);
            at = stop;
        }
    }

    private void update(
            Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end) {
        if (isByRow(optimizer, sweep, work, run)) {
            updateRows(optimizer, sweep, work, run, buffers, from, end);
            return;
        }
        if (alongside.reach(run) || (!run.staged() && sweep.readCells().length == 0)) {
            takeInPlace(work, sweep.readCells(), run, buffers, from, end);
            sweep.run(optimizer, inPlace, run);
            return;
        }
        copyIn(sweep.touched(), run, buffers, from, end - from);
        takeCopies(work, sweep.readCells(), from, end - from);
        sweep.run(optimizer, copies, run);
        for (int buffer : sweep.writes()) {
            if (!run.isMissing(buffer)) {
                System.arraycopy(
                        scratch.array(buffer), 0, buffers.array(buffer), run.offsets()[buffer] + from, end - from);
            }
        }
    }

    /** Goes to copies of some elements; what is read of a smaller shape is spread beside them. */
    private void takeCopies(TensorWork work, int[] read, int from, int count) {
        spread(work, read, from, count, scratchCells, 0);
        copies.take(scratch);
        copies.takeCells(scratchCells);
        copies.take(0, count);
    }

    private void copyIn(int[] touched, Run run, Buffers buffers, int from, int count) {
        for (int buffer : touched) {
            if (!run.isMissing(buffer)) {
                System.arraycopy(buffers.array(buffer), run.offsets()[buffer] + from, scratch.array(buffer), 0, count);
            }
        }
    }
}
