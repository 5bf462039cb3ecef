package org.descant.compiler.ir;

/** The numbers that describe a tensor. */
public enum Dimension {
    RANK,
    NUMEL,
    ROWS,
    COLS
}
