package org.descant.runtime;

import java.util.List;

/**
 * What drives sweeps in which matrices, rows or columns play a part, tensor by tensor: first the loops over these, then those over elements, which an
 * {@link ElementDriver} drives.
 */
final class CellDriver {
    private final RuleDescription rule;
    private final List<CellDescription> cells;
    private final Block block;
    private final Block matrices;
    private final Buffers scratch;
    private final Buffers scratchCells;
    private final Buffers matrixScratch;
    private final Buffers matrixScratchCells;
    private final Folds folds;
    private final ElementDriver elements;

    CellDriver(RuleDescription rule, ElementType type, boolean hasTensors, Excursion excursion, Alongside alongside) {
        this.rule = rule;
        cells = rule.allCells();
        block = new Block(type);
        matrices = new Block(ElementType.DOUBLE);
        boolean needed = hasTensors && !(cells.isEmpty() && rule.unneeded().isEmpty());
        int buffers = needed ? rule.buffers() + rule.reductions().size() : 0;
        int spread = needed ? cells.size() : 0;
        scratch = Buffers.scratch(type, buffers, Chunks.LENGTH);
        scratchCells = Buffers.scratch(type, spread, Chunks.LENGTH);
        matrixScratch = Buffers.scratch(ElementType.DOUBLE, buffers, Chunks.LENGTH);
        matrixScratchCells = Buffers.scratch(ElementType.DOUBLE, spread, Chunks.LENGTH);
        folds = new Folds(rule, type, needed);
        elements = new ElementDriver(rule, type, scratch, scratchCells, folds, excursion, alongside);
    }

    /**
     * Runs a sweep on a tensor.
     *
     * @param runs its elements
     */
    void drive(Optimizer optimizer, Sweep sweep, Step step, TensorStep own, TensorWork work, Run[] runs) {
        block.take(step, own);
        matrices.take(step, own);
        for (int loop = 0; loop < sweep.cellLoops().size(); loop++) {
            driveCells(optimizer, sweep, loop, work, own);
        }
        elements.drive(optimizer, sweep, step, own, work, runs);
    }

    private void driveCells(Optimizer optimizer, Sweep sweep, int loop, TensorWork work, TensorStep step) {
        CellLoop cellLoop = sweep.cellLoops().get(loop);
        if (!cellLoop.isRun(block.flags()) || !work.needs().any(cellLoop.writes(), cellLoop.reductions())) {
            return;
        }
        StateShape over = cellLoop.over();
        int count = work.cells().geometry(over).count(over);
        if (cellLoop.isDirect() && work.needs().all(cellLoop.reads(), cellLoop.writes())) {
            Block own = over.isOfMatrices() ? matrices : block;
            own.takeCells(work.cells().arrays());
            for (int from = 0; from < count; from = Chunks.end(from, count)) {
                own.take(from, Chunks.end(from, count));
                sweep.code().runCells(optimizer, loop, own);
            }
            return;
        }
        folds.begin(cellLoop.reductions(), work, optimizer.vectors());
        for (int from = 0; from < count; from = Chunks.end(from, count)) {
            driveChunk(optimizer, sweep, loop, work, from, Chunks.end(from, count) - from);
        }
        folds.end(cellLoop.reductions(), work, step);
    }

    private void driveChunk(Optimizer optimizer, Sweep sweep, int loop, TensorWork work, int from, int count) {
        CellLoop cellLoop = sweep.cellLoops().get(loop);
        StateShape over = cellLoop.over();
        Block own = over.isOfMatrices() ? matrices : block;
        Buffers terms = over.isOfMatrices() ? matrixScratch : scratch;
        Buffers spread = over.isOfMatrices() ? matrixScratchCells : scratchCells;
        for (int cell : cellLoop.reads()) {
            Spread.cell(work, cell, cells.get(cell).shape(), over, from, count, spread, 0);
        }
        for (int cell : cellLoop.writes()) {
            Spread.cell(work, cell, cells.get(cell).shape(), over, from, count, spread, 0);
        }
        own.take(terms);
        own.takeCells(spread);
        own.take(0, count);
        sweep.code().runCells(optimizer, loop, own);
        for (int cell : cellLoop.writes()) {
            if (work.needs().cell(cell)) {
                System.arraycopy(spread.array(cell), 0, work.cells().arrays().array(cell), from, count);
            }
        }
        for (int reduction : cellLoop.reductions()) {
            folds.take(reduction, work, terms.array(rule.termBuffer(reduction)), 0, count);
        }
    }
}
