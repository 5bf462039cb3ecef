package org.descant.compiler.model;

/** The reductions as a rule writes them. */
public enum ReductionWord {
    SUM,
    MEAN,
    NORM,
    NORM1,
    RMS,
    AMAX,
    AMIN,
    /** Of two arguments. */
    DOT
}
