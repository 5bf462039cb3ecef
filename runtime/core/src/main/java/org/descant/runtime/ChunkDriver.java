package org.descant.runtime;

/** A way to run the loops over elements of a sweep on one chunk of a run after the other. */
interface ChunkDriver {
    /** Whether chunks end where the folds of the sweep's terms want them to. */
    boolean isCutForTerms(Sweep sweep, Run run);

    /**
     * Has the terms of a chunk computed and added.
     *
     * @param buffers the arrays of the run
     * @param from the first element, of those of the run
     */
    void reduce(Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end);

    /** Runs the loops that update on a chunk, as far as they write anything that the run has. */
    void update(Optimizer optimizer, Sweep sweep, TensorWork work, Run run, Buffers buffers, int from, int end);
}
