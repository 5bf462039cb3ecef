package org.descant.compiler.ir;

/** What a value can vary with. */
public enum Axis {
    /** It changes from step to step, but is made of t and hyperparameters alone. */
    STEP,
    /** It depends on the data of the model. */
    MODEL,
    TENSOR,
    MATRIX,
    ROW,
    COL
}
