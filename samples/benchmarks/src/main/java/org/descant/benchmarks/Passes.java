package org.descant.benchmarks;

/** A rule as separate passes over memory. */
interface Passes {
    /** One update of the model's values from its gradients, which it may overwrite. */
    void step();
}
