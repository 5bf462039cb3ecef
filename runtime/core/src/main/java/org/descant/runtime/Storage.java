package org.descant.runtime;

/**
 * The format that a state's values are rounded to between two steps. A kernel rounds what it stores (see {@link
 * Numeric#bf16(double)}), so that arrays of the parameters' own element type hold every format without loss.
 */
public enum Storage {
    /** The parameters' element type for elements, {@code double} for numbers. */
    NATIVE,
    F32,
    F64,
    BF16,
    F16
}
