package org.descant.runtime;

import java.util.List;

/**
 * What drives sweeps in which matrices, rows or columns play a part, tensor by tensor: first the loops over these, then the loops over
 * elements, block by block. What a loop reads of a smaller shape is spread beside the elements, so that one index serves all arrays.
 *
 * <p>Where the arrays that this takes do not reach, or those of the elements have several indices, loops work on copies of chunks, beside which cells are
 * spread. Terms come in chunks of whole rows then where these are short, and of blocks of one row where
 * they are long, as the folds of rows and columns take them fastest.
 */
final class CellDriver {
    /** Elements of a row from which on a call for each costs less than copies. */
    private static final int LONG_ROW = 64;

    /** Elements of a row from which on a call for each costs less than numbers that are spread beside the elements. */
    private static final int VERY_LONG_ROW = 512;

    private static final int[] NO_CELLS = {};

    private final RuleDescription rule;
    private final List<CellDescription> cells;
    private final Block elements;
    private final Block inPlace;
    private final Block matrices;
    private final Block[] blocks;
    private final Buffers scratch;
    private final Buffers scratchCells;
    private final Buffers matrixScratch;
    private final Buffers matrixScratchCells;
    private final Fold[] folds;
    private final int[] termBuffers;
    private final Excursion excursion;
    private final Alongside alongside;

    CellDriver(RuleDescription rule, ElementType type, boolean hasTensors, Excursion excursion, Alongside alongside) {
        this.rule = rule;
        this.excursion = excursion;
        this.alongside = alongside;
        cells = rule.allCells();
        elements = new Block(type);
        inPlace = new Block(type, rule.buffers(), alongside.terms());
        matrices = new Block(ElementType.DOUBLE);
        blocks = new Block[] {elements, inPlace, matrices};
        boolean needed = hasTensors && !(cells.isEmpty() && rule.unneeded().isEmpty());
        int buffers = needed ? rule.buffers() + rule.reductions().size() : 0;
        int spread = needed ? cells.size() : 0;
        scratch = Buffers.scratch(type, buffers, Chunks.LENGTH);
        scratchCells = Buffers.scratch(type, spread, Chunks.LENGTH);
        matrixScratch = Buffers.scratch(ElementType.DOUBLE, buffers, Chunks.LENGTH);
        matrixScratchCells = Buffers.scratch(ElementType.DOUBLE, spread, Chunks.LENGTH);
        folds = new Fold[needed ? rule.reductions().size() : 0];
        termBuffers = new int[folds.length];
        for (int i = 0; i < folds.length; i++) {
            termBuffers[i] = rule.termBuffer(i);
            folds[i] = Fold.of(rule, i, type);
        }
    }

    /**
     * Runs a sweep on a tensor.
     *
     * @param runs its elements
     */
    void drive(Optimizer optimizer, Sweep sweep, Step step, TensorStep own, TensorWork work, Run[] runs) {
        for (Block block : blocks) {
            block.take(step);
            block.take(own);
        }
        for (int loop = 0; loop < sweep.cellLoops().size(); loop++) {
            driveCells(optimizer, sweep, loop, work, own);
        }
        driveElements(optimizer, sweep, work, own, runs);
    }

    private void driveCells(Optimizer optimizer, Sweep sweep, int loop, TensorWork work, TensorStep step) {
        CellLoop cellLoop = sweep.cellLoops().get(loop);
        if (!cellLoop.isRun(elements.flags()) || !work.needs().any(cellLoop.writes(), cellLoop.reductions())) {
            return;
        }
        StateShape over = cellLoop.over();
        int count = work.cells().geometry(over).count(over);
        if (cellLoop.isDirect() && work.needs().all(cellLoop.reads(), cellLoop.writes())) {
            Block block = over.isOfMatrices() ? matrices : elements;
            block.takeCells(work.cells().arrays());
            for (int from = 0; from < count; from = Chunks.end(from, count)) {
                block.take(from, Chunks.end(from, count));
                sweep.runCells(optimizer, loop, block);
            }
            return;
        }
        for (int reduction : cellLoop.reductions()) {
            if (work.needs().reduction(reduction)) {
                folds[reduction].begin(work);
            }
        }
        for (int from = 0; from < count; from = Chunks.end(from, count)) {
            driveChunk(optimizer, sweep, loop, work, from, Chunks.end(from, count) - from);
        }
        for (int reduction : cellLoop.reductions()) {
            if (work.needs().reduction(reduction)) {
                folds[reduction].end(step);
            }
        }
    }

    private void driveChunk(Optimizer optimizer, Sweep sweep, int loop, TensorWork work, int from, int count) {
        CellLoop cellLoop = sweep.cellLoops().get(loop);
        StateShape over = cellLoop.over();
        Block block = over.isOfMatrices() ? matrices : elements;
        Buffers terms = over.isOfMatrices() ? matrixScratch : scratch;
        Buffers spread = over.isOfMatrices() ? matrixScratchCells : scratchCells;
        for (int cell : cellLoop.reads()) {
            copyIn(work, cell, over, from, count, spread, 0);
        }
        for (int cell : cellLoop.writes()) {
            copyIn(work, cell, over, from, count, spread, 0);
        }
        block.take(terms);
        block.takeCells(spread);
        block.take(0, count);
        sweep.runCells(optimizer, loop, block);
        for (int cell : cellLoop.writes()) {
            if (work.needs().cell(cell)) {
                System.arraycopy(spread.array(cell), 0, work.cells().arrays().array(cell), from, count);
            }
        }
        for (int reduction : cellLoop.reductions()) {
            if (work.needs().reduction(reduction)) {
                feed(terms.array(termBuffers[reduction]), reduction, 0, count);
            }
        }
    }

    private void feed(Object terms, int reduction, int from, int count) {
        if (terms instanceof float[] floats) {
            folds[reduction].take(floats, from, count);
        } else {
            folds[reduction].take((double[]) terms, from, count);
        }
    }

    private void copyIn(TensorWork work, int cell, StateShape over, int from, int count, Buffers spread, int place) {
        if (!work.needs().cell(cell)) {
            return;
        }
        StateShape shape = cells.get(cell).shape();
        Object source = work.cells().arrays().array(cell);
        if (shape == over) {
            System.arraycopy(source, from, spread.array(cell), place, count);
        } else {
            Spread.fill(source, shape, over, work.cells().geometry(shape), from, count, spread.array(cell), place);
        }
    }

    private void driveElements(Optimizer optimizer, Sweep sweep, TensorWork work, TensorStep step, Run[] runs) {
        for (int reduction : sweep.elementReductions()) {
            if (work.needs().reduction(reduction)) {
                folds[reduction].begin(work);
            }
        }
        for (Run run : runs) {
            driveRun(optimizer, sweep, work, run);
        }
        for (int reduction : sweep.elementReductions()) {
            if (work.needs().reduction(reduction)) {
                folds[reduction].end(step);
            }
        }
    }

    private void driveRun(Optimizer optimizer, Sweep sweep, TensorWork work, Run run) {
        boolean hasTerms = work.needs().anyReduction(sweep.elementReductions());
        if (!hasTerms && !(run.hasAny(sweep.writes()) && sweep.hasLoops(elements.flags()))) {
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
        if (run.hasAny(sweep.writes()) && sweep.hasLoops(elements.flags())) {
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
        sweep.runTerms(optimizer, elements);
        for (int reduction : sweep.elementReductions()) {
            if (work.needs().reduction(reduction)) {
                feed(scratch.array(termBuffers[reduction]), reduction, 0, end - from);
            }
        }
    }

    private void reduceInPlace(
            Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end) {
        takeInPlace(work, sweep.termCells(), run, buffers, from, end);
        sweep.runTerms(optimizer, inPlace);
        for (int reduction : sweep.elementReductions()) {
            if (work.needs().reduction(reduction)) {
                feed(alongside.terms().array(reduction), reduction, run.from() + from, end - from);
            }
        }
    }

    /** Goes to some elements where they are; what is read of a smaller shape is spread beside them. */
    private void takeInPlace(TensorWork work, int[] read, Run run, Buffers buffers, int from, int end) {
        for (int cell : read) {
            copyIn(work, cell, StateShape.PER_ELEMENT, from, end - from, alongside.cells(), run.from() + from);
        }
        inPlace.take(buffers);
        inPlace.takeCells(alongside.cells());
        inPlace.take(run.from() + from, run.from() + end);
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
        sweep.run(optimizer, elements, run);
        for (int buffer : sweep.writes()) {
            if (!run.isMissing(buffer)) {
                System.arraycopy(
                        scratch.array(buffer), 0, buffers.array(buffer), run.offsets()[buffer] + from, end - from);
            }
        }
    }

    /** Goes to copies of some elements; what is read of a smaller shape is spread beside them. */
    private void takeCopies(TensorWork work, int[] read, int from, int count) {
        for (int cell : read) {
            copyIn(work, cell, StateShape.PER_ELEMENT, from, count, scratchCells, 0);
        }
        elements.take(scratch);
        elements.takeCells(scratchCells);
        elements.take(0, count);
    }

    private void copyIn(int[] touched, Run run, Buffers buffers, int from, int count) {
        for (int buffer : touched) {
            if (!run.isMissing(buffer)) {
                System.arraycopy(buffers.array(buffer), run.offsets()[buffer] + from, scratch.array(buffer), 0, count);
            }
        }
    }
}
