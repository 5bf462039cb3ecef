package org.descant.compiler.ir;

/** The ways down from a larger shape to a smaller one. {@code norm}, {@code norm1}, {@code rms} and {@code dot} are made of these. */
public enum Reduction {
    SUM,
    MEAN,
    AMAX,
    AMIN
}
