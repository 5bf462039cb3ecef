package org.descant.compiler.random;

/** A part of the language that random rules may use. */
public enum Feature {
    /** Reductions per model and tensor, and so values and states of these shapes. */
    REDUCTIONS,
    /** Reductions per row, col and matrix; only together with {@link #REDUCTIONS}. */
    ROWS_AND_COLS,
    /** {@code rank}, {@code numel}, {@code rows}, {@code cols}. */
    DIMENSIONS,
    /** Parts with {@code when}: clocks of their own, counts of steps, held values. */
    CLOCKS,
    /** {@code g[t-1]}, {@code x[t-2]}, {@code w[t-2]}, {@code w[0]}. */
    HISTORIES,
    /** An input per element and, with {@link #REDUCTIONS}, one per model. */
    INPUTS,
    /** {@code loss}. */
    LOSS,
    /** A second gradient, at another point. */
    SECOND_EVALUATION,
    /** States stored as something else than they are computed in. */
    STORAGE,
    /** Powers, exponentials, trigonometry, and what else is no plain arithmetic. */
    FUNCTIONS,
    /** Choices whose condition differs from element to element. */
    ELEMENT_CHOICES,
    OUTPUTS,
    /** Range checks, always fulfilled. */
    CHECKS
}
