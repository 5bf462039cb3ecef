package org.descant.compiler.ir;

/** How a state is stored; storing rounds to nearest even. */
public enum Storage {
    /** Double for numbers, the parameters' type for rows, columns and elements. */
    NATIVE,
    F32,
    F64,
    BF16,
    F16
}
