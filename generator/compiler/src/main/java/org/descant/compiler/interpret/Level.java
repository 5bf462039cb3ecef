package org.descant.compiler.interpret;

/** How many values there are of one: the sets of indices that values run over. */
public enum Level {
    /** What is constant, per step or per model: computed once for every group of tensors. */
    GROUP,
    TENSOR,
    MATRIX,
    ROW,
    COL,
    ELEMENT
}
