package org.descant.runtime;

import java.util.List;

/**
 * What drives sweeps in which matrices, rows or columns play a part, tensor by tensor: first the loops over these, then the loops over
 * elements, block by block. What a loop reads of a smaller shape is spread over a copy of each chunk, with copies of all that it touches,
 * so that one index serves all arrays. Terms come in chunks of whole rows where these are short, and of pieces of rows where
 * they are long, as the folds of rows and columns take them fastest.
 */
final class CellDriver {
    /** Entries of a chunk: copies of all that a loop touches stay in the L1 cache. */
    private static final int CHUNK = ReductionTree.LANES;

    /** Of which a chunk is as many terms as there may be. */
    private static final Geometry ONE_COLUMN = new Geometry(1, 1, Integer.MAX_VALUE, 1);

    private final RuleDescription rule;
    private final List<CellDescription> cells;
    private final Block elements;
    private final Block matrices;
    private final Buffers scratch;
    private final Buffers scratchCells;
    private final Buffers matrixScratch;
    private final Buffers matrixScratchCells;
    private final Fold[] folds;
    private final int[] termBuffers;
    private final Excursion excursion;

    CellDriver(RuleDescription rule, ElementType type, boolean hasTensors, Excursion excursion) {
        this.rule = rule;
        this.excursion = excursion;
        cells = rule.allCells();
        elements = new Block(type);
        matrices = new Block(ElementType.DOUBLE);
        boolean needed = hasTensors && !(cells.isEmpty() && rule.unneeded().isEmpty());
        int buffers = needed ? rule.buffers() + rule.reductions().size() : 0;
        int spread = needed ? cells.size() : 0;
        scratch = Buffers.scratch(type, buffers, CHUNK);
        scratchCells = Buffers.scratch(type, spread, CHUNK);
        matrixScratch = Buffers.scratch(ElementType.DOUBLE, buffers, CHUNK);
        matrixScratchCells = Buffers.scratch(ElementType.DOUBLE, spread, CHUNK);
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
        elements.take(step);
        matrices.take(step);
        elements.take(own);
        matrices.take(own);
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
            for (int from = 0; from < count; from += Driver.BLOCK) {
                block.take(from, Math.min(count, from + Driver.BLOCK));
                sweep.runCells(optimizer, loop, block);
            }
            return;
        }
        for (int reduction : cellLoop.reductions()) {
            if (work.needs().reduction(reduction)) {
                folds[reduction].begin(work);
            }
        }
        for (int from = 0; from < count; from += CHUNK) {
            driveChunk(optimizer, sweep, loop, work, from, Math.min(count - from, CHUNK));
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
            copyIn(work, cell, over, from, count, spread);
        }
        for (int cell : cellLoop.writes()) {
            copyIn(work, cell, over, from, count, spread);
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
                feed(terms, reduction, count);
            }
        }
    }

    private void feed(Buffers terms, int reduction, int count) {
        int buffer = termBuffers[reduction];
        if (terms.array(buffer) instanceof float[]) {
            folds[reduction].take(terms.floats(buffer), count);
        } else {
            folds[reduction].take(terms.doubles(buffer), count);
        }
    }

    private void copyIn(TensorWork work, int cell, StateShape over, int from, int count, Buffers spread) {
        if (!work.needs().cell(cell)) {
            return;
        }
        StateShape shape = cells.get(cell).shape();
        Object source = work.cells().arrays().array(cell);
        if (shape == over) {
            System.arraycopy(source, from, spread.array(cell), 0, count);
        } else {
            Spread.fill(source, shape, over, work.cells().geometry(shape), from, count, spread.array(cell));
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
        if (sweep.isBackwards()) {
            for (int from = (run.length() - 1) / Driver.BLOCK * Driver.BLOCK; from >= 0; from -= Driver.BLOCK) {
                finish(optimizer, sweep, work, run, buffers, from, Math.min(run.length(), from + Driver.BLOCK));
            }
            return;
        }
        Geometry geometry = chunks(sweep, work);
        int from = 0;
        while (from < run.length()) {
            int end = hasTerms ? end(geometry, from, run.length()) : Math.min(run.length(), from + Driver.BLOCK);
            if (hasTerms && !sweep.hasTermsLast()) {
                reduce(optimizer, sweep, work, run, buffers, geometry, from, end);
            }
            finish(optimizer, sweep, work, run, buffers, from, end);
            if (hasTerms && sweep.hasTermsLast()) {
                reduce(optimizer, sweep, work, run, buffers, geometry, from, end);
            }
            from = end;
        }
    }

    /** Where the first chunk of terms ends that fills a block. */
    private static int end(Geometry geometry, int from, int length) {
        int end = from;
        while (end < Math.min(length, from + Driver.BLOCK)) {
            end += chunk(geometry, end, length);
        }
        return end;
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

    /** The matrices that decide where chunks of terms end; where nothing is reduced to cells, they are cut as a tensor's sum wants them. */
    private Geometry chunks(Sweep sweep, TensorWork work) {
        for (int reduction : sweep.elementReductions()) {
            StateShape shape = rule.reductions().get(reduction).shape();
            if (shape.isOfCells() && work.needs().reduction(reduction)) {
                return work.cells().geometry(shape);
            }
        }
        return ONE_COLUMN;
    }

    private void reduce(
            Optimizer optimizer,
            Sweep sweep,
            TensorWork work,
            Run run,
            Buffers buffers,
            Geometry geometry,
            int from,
            int end) {
        elements.take(scratch);
        elements.takeCells(scratchCells);
        int at = from;
        while (at < end) {
            int count = chunk(geometry, at, run.length());
            copyIn(sweep.termReads(), run, buffers, at, count);
            for (int cell : sweep.termCells()) {
                copyIn(work, cell, StateShape.PER_ELEMENT, at, count, scratchCells);
            }
            elements.take(0, count);
            sweep.runTerms(optimizer, elements);
            for (int reduction : sweep.elementReductions()) {
                if (work.needs().reduction(reduction)) {
                    feed(scratch, reduction, count);
                }
            }
            at += count;
        }
    }

    private static int chunk(Geometry geometry, int at, int length) {
        int matrix = geometry.matrix();
        int cols = geometry.cols();
        if (matrix <= CHUNK) {
            return Math.min(length - at, CHUNK / matrix * matrix);
        }
        int whole =
                cols <= CHUNK ? Math.min(CHUNK / cols * cols, matrix - at % matrix) : Math.min(CHUNK, cols - at % cols);
        return Math.min(length - at, whole);
    }

    private void update(
            Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end) {
        if (!run.staged() && sweep.readCells().length == 0) {
            elements.take(buffers);
            elements.take(run.from() + from, run.from() + end);
            sweep.run(optimizer, elements);
            return;
        }
        elements.take(scratch);
        elements.takeCells(scratchCells);
        for (int at = from; at < end; at += CHUNK) {
            int count = Math.min(end - at, CHUNK);
            copyIn(sweep.touched(), run, buffers, at, count);
            for (int cell : sweep.readCells()) {
                copyIn(work, cell, StateShape.PER_ELEMENT, at, count, scratchCells);
            }
            elements.take(0, count);
            sweep.run(optimizer, elements, run);
            for (int buffer : sweep.writes()) {
                if (!run.isMissing(buffer)) {
                    System.arraycopy(
                            scratch.array(buffer), 0, buffers.array(buffer), run.offsets()[buffer] + at, count);
                }
            }
        }
    }

    private void copyIn(int[] touched, Run run, Buffers buffers, int from, int count) {
        for (int buffer : touched) {
            if (!run.isMissing(buffer)) {
                System.arraycopy(buffers.array(buffer), run.offsets()[buffer] + from, scratch.array(buffer), 0, count);
            }
        }
    }
}
