package org.descant.grammar.syntax;

/** What may stand behind {@code per}. */
public enum ShapeWord {
    MODEL,
    TENSOR,
    MATRIX,
    ROW,
    COL
}
