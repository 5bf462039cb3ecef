package org.descant.runtime;

import java.util.List;

/**
 * What drives the loops over elements of a sweep with one index for all arrays, which is what C2 vectorises: what a loop reads of a smaller shape is spread
 * beside the elements, or is a number where one row comes after the other.
 *
 * <p>Where the arrays that this takes do not reach, or those of the elements have several indices, loops work on copies of chunks, beside which cells are
 * spread. Terms come in chunks of whole rows then where these are short, and of blocks of one row where
 * they are long, as the folds of rows and columns take them fastest.
 */
final class AlignedDriver implements ChunkDriver {
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
    private final Alongside alongside;

    /**
     * @param scratch arrays for copies of a chunk, by buffer
     * @param scratchCells arrays for what is spread beside them, by cell
     */
    AlignedDriver(
            RuleDescription rule,
            ElementType type,
            Buffers scratch,
            Buffers scratchCells,
            Folds folds,
            Alongside alongside) {
        this.rule = rule;
        this.scratch = scratch;
        this.scratchCells = scratchCells;
        this.folds = folds;
        this.alongside = alongside;
        cells = rule.allCells();
        copies = new Block(type);
        inPlace = new Block(type, rule.buffers(), alongside.terms());
    }

    /** Goes to a tensor. */
    void take(Step step, TensorStep own) {
        copies.take(step, own);
        inPlace.take(step, own);
    }

    /** Whether terms can be computed where the elements are. */
    private boolean reducesInPlace(Sweep sweep, Run run) {
        return alongside.reach(run) && run.hasRoom(sweep.termReads());
    }

    /** Whether any loops would work on copies of a run, those that write terms or the others, as far as they are run. */
    boolean copies(Optimizer optimizer, Sweep sweep, TensorWork work, Run run, boolean reduces, boolean updates) {
        return (reduces && !reducesInPlace(sweep, run)) || (updates && !isInPlace(optimizer, sweep, work, run));
    }

    @Override
    public boolean isCutForTerms(Sweep sweep, Run run) {
        return !reducesInPlace(sweep, run);
    }

    @Override
    public void reduce(Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end) {
        if (reducesInPlace(sweep, run)) {
            reduceInPlace(optimizer, sweep, work, run, buffers, from, end);
            return;
        }
        boolean followsCopies =
                sweep.hasTermsLast() && sweep.updates(run, copies.flags()) && !isInPlace(optimizer, sweep, work, run);
        copyIn(followsCopies ? sweep.untouchedTermReads() : sweep.termReads(), run, buffers, from, end - from);
        takeCopies(work, sweep.termCells(), from, end - from);
        sweep.code().runTerms(optimizer, copies);
        for (int[] sharing : sweep.sharers()) {
            folds.take(sharing, work, scratch.array(rule.termBuffer(sharing[0])), 0, end - from);
        }
    }

    private void reduceInPlace(
            Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end) {
        takeInPlace(work, sweep.termCells(), run, buffers, from, end);
        sweep.code().runTerms(optimizer, inPlace);
        for (int[] sharing : sweep.sharers()) {
            folds.take(sharing, work, alongside.terms().array(sharing[0]), run.from() + from, end - from);
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

    /** Whether the loops that update can go over the elements where they are. */
    private boolean isInPlace(Optimizer optimizer, Sweep sweep, TensorWork work, Run run) {
        boolean takesNumbers = sweep.otherCells().length == 0
                && (sweep.rowCells().length == 0 || isByRow(optimizer, sweep, work, LONG_ROW));
        return !run.staged() && sweep.hasRoom(run, copies.flags()) && (takesNumbers || alongside.reach(run));
    }

    /** Whether they take one row after the other, where rows have as many elements at least. */
    private boolean isByRow(Optimizer optimizer, Sweep sweep, TensorWork work, int least) {
        return sweep.code().takesRows(optimizer)
                && work.needs().all(sweep.readCells(), NO_CELLS)
                && rows(sweep, work).cols() >= least;
    }

    /** The rows that they read numbers of. */
    private Geometry rows(Sweep sweep, TensorWork work) {
        return work.cells().geometry(cells.get(sweep.rowCells()[0]).shape());
    }

    @Override
    public void update(Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end) {
        boolean isInPlace = isInPlace(optimizer, sweep, work, run);
        boolean spreadsNothing = isInPlace && !alongside.reach(run);
        boolean isByRow = isByRow(optimizer, sweep, work, spreadsNothing ? LONG_ROW : VERY_LONG_ROW);
        int[] spread = isByRow ? sweep.otherCells() : sweep.readCells();
        if (isInPlace) {
            takeInPlace(work, spread, run, buffers, from, end);
        } else {
            copyIn(sweep.touched(), run, buffers, from, end - from);
            takeCopies(work, spread, from, end - from);
        }
        Block block = isInPlace ? inPlace : copies;
        if (isByRow) {
            updateRows(optimizer, sweep, work, run, block, from);
        } else {
            sweep.code().run(optimizer, block, run);
        }
        if (!isInPlace) {
            copyOut(sweep.leaves(), run, buffers, from, end - from);
        }
    }

    /** @param first the element at which the block begins */
    private void updateRows(Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Block block, int first) {
        int cols = rows(sweep, work).cols();
        int end = block.to();
        int from = block.from();
        int at = first;
        while (from < end) {
            int to = from + Math.min(end - from, cols - at % cols);
            block.takeRow(work.cells().arrays(), at / cols);
            block.take(from, to);
            sweep.code().runRow(optimizer, block, run);
            at += to - from;
            from = to;
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

    private void copyOut(int[] left, Run run, Buffers buffers, int from, int count) {
        for (int buffer : left) {
            if (!run.isMissing(buffer)) {
                System.arraycopy(scratch.array(buffer), 0, buffers.array(buffer), run.offsets()[buffer] + from, count);
            }
        }
    }
}
