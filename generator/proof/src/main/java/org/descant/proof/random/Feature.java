package org.descant.proof.random;

/** A part of the language that random rules may use or leave alone; all that is not named here they always may use. */
public enum Feature {
    OPTIONS,
    /** {@code g[t-3]}, {@code u[t-1]}, {@code c[t-1]} of a condition, {@code g[t-n]} with an option. */
    HISTORIES,
    /** {@code w[t-2]} and {@code w[0]}. */
    OLD_WEIGHTS,
    /** {@code state m as bf16}. */
    STORAGE,
    /** What is no plain arithmetic: powers, exponentials, trigonometry, rounding. */
    FUNCTIONS,
    /** Choices whose condition differs from element to element. */
    ELEMENT_CHOICES,
    /** Defs of the file, with and without state. */
    DEFS,
    /** Schedules of the file. */
    SCHEDULES,
    /** Defs and schedules that every file knows. */
    PRELUDE,
    /** Rules inside rules, and rules as parameters. */
    APPLIED_RULES,
    /** Defs, rules and, where they are used, gradients that are applied on some steps only. */
    WHEN,
    /** {@code optimizer B = A(beta: 0.5, eps = 0.1)}. */
    DERIVED_RULES,
    OUTPUTS,
    /** Paper spelling: {@code mₜ₋₁ ← β · g}. */
    PAPER_SPELLING,
    /** Reductions per model and tensor, and so values and states of these shapes. */
    REDUCTIONS,
    /** Reductions per row, column and matrix, of tensors seen in both ways; only together with {@link #REDUCTIONS}. */
    ROWS_AND_COLS,
    /** {@code rank}, {@code numel}, {@code rows}, {@code cols}. */
    DIMENSIONS,
    INPUTS,
    LOSS,
    /** {@code grad} beside or instead of the gradient of the header. */
    GRADIENTS
}
