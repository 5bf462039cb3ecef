package org.descant.compiler.ir;

/** How a tensor is seen as matrices. */
public enum View {
    /** One matrix: first axis × the rest. A vector's elements are its rows; rank 0 is 1 × 1. */
    FIRST,
    /** A stack of matrices over the last two axes ({@code matrix last}); below rank 2 the same as {@link #FIRST}. */
    LAST
}
