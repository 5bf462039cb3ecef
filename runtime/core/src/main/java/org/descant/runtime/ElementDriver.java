package org.descant.runtime;

/** What drives the loops over elements in sweeps in which matrices, rows or columns play a part, chunk by chunk. */
final class ElementDriver {
    private final RuleDescription rule;
    private final Folds folds;
    private final Excursion excursion;
    private final AlignedDriver aligned;
    private final ApartDriver apart;

    /**
     * @param scratch arrays of a chunk, by buffer, those of terms among them
     * @param scratchCells arrays of a chunk, by cell
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
        this.folds = folds;
        this.excursion = excursion;
        aligned = new AlignedDriver(rule, type, scratch, scratchCells, folds, alongside);
        apart = new ApartDriver(rule, type, scratch, scratchCells, folds);
    }

    /**
     * Runs the loops of a sweep over elements on a tensor.
     *
     * @param runs its elements
     */
    void drive(Optimizer optimizer, Sweep sweep, Step step, TensorStep own, TensorWork work, Run[] runs) {
        aligned.take(step, own);
        apart.take(step, own);
        folds.begin(sweep.elementReductions(), work, optimizer.vectors());
        for (Run run : runs) {
            driveRun(optimizer, sweep, step, work, run);
        }
        folds.end(sweep.elementReductions(), work, own);
    }

    private void driveRun(Optimizer optimizer, Sweep sweep, Step step, TensorWork work, Run run) {
        boolean reduces = work.needs().anyReduction(sweep.elementReductions());
        boolean updates = sweep.updates(run, step.flags());
        if (!reduces && !updates) {
            return;
        }
        boolean copies = aligned.copies(optimizer, sweep, work, run, reduces, updates);
        ChunkDriver chunks = apart.takes(optimizer, sweep, work, run, reduces, copies) ? apart : aligned;
        Buffers buffers = run.buffers(excursion.isAway());
        Geometry cut = cut(sweep, work);
        boolean isCut = reduces && chunks.isCutForTerms(sweep, run);
        int from = 0;
        while (from < run.length()) {
            int end = isCut ? Chunks.end(cut, from, run.length()) : Chunks.end(from, run.length());
            if (reduces && !sweep.hasTermsLast()) {
                chunks.reduce(optimizer, sweep, work, run, buffers, from, end);
            }
            if (excursion.isLeaving()) {
                excursion.keep(run, from, end - from);
            }
            if (updates) {
                chunks.update(optimizer, sweep, work, run, buffers, from, end);
            }
            if (reduces && sweep.hasTermsLast()) {
                chunks.reduce(optimizer, sweep, work, run, buffers, from, end);
            }
            from = end;
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
}
