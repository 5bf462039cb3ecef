/**
 * How far a run in floating point can be from the same equations in real numbers: a running error analysis.
 *
 * <p>{@link org.descant.proof.bound.BoundedRun} computes what the interpreter computes, to the last bit, and beside each value x̂ a number
 * e with |x̂ − x| ≤ e, where x is what the equations give in real arithmetic for the same weights, gradients and hyperparameters. It is
 * used where two runs are to be compared that round differently: a run in {@code float} and a recorded one in double, a strict and a
 * relaxed class, two ways to write one rule. If both have bounds, they can differ by no more than the sum, and where they differ by more,
 * they are not the same equations.
 *
 * <p><b>One operation.</b> For z = f(x, y), computed as ẑ = round(f(x̂, ŷ)):
 *
 * <pre>|ẑ − z| ≤ |ẑ − f(x̂, ŷ)| + |f(x̂, ŷ) − f(x, y)|</pre>
 *
 * The first part is what this operation rounds. In double it is half a unit in the last place of ẑ for + − × ÷ √ and two units for the
 * functions that are documented to one. In float the double result d is at hand: the part is |ẑ − d| as it happened, and the error of d; an
 * operation that is exact, like a product with 0.5, adds next to nothing. Rounding that is part of the rule ({@code bf16(x)},
 * {@code state m as f16}) is no error: the exact run rounds too. The second part is the error of the operands, carried on by what is
 * known of f on the whole of [x̂ − e, x̂ + e], not by its derivative in one point: |x̂|eᵧ + |ŷ|eₓ + eₓeᵧ for a product,
 * (eₓ + |x̂/ŷ|eᵧ) / (|ŷ| − eᵧ) for a quotient, eₓ / (√x̂ + √(x̂ − eₓ)) for a root, and so on: {@link org.descant.proof.bound.Propagation}.
 * All of it is computed in double and made a little larger after each operation, so that its own rounding is covered.
 *
 * <p><b>Where the bound jumps.</b> If a condition could go the other way within the bounds of what it compares, the exact run may have
 * taken the other branch; if floor(x) or sign(x) could be another number, the exact one may be. Such a value is <i>undecided</i>. Its bound
 * is then the distance to the farthest value that it could have had, which is still a bound, but no longer one that grows with the
 * rounding unit. Undecided values are counted and reported with every result. Where nothing can be said at all (a divisor that may be 0, an
 * overflow, NaN, a part that may have been suspended), the bound is infinite; these are counted too.
 *
 * <p><b>What is assumed.</b> The exact run stays within the real numbers: where √x is taken of an x that may be a little below 0 within its
 * bound, as in a variance E[g²] − E[g]², x is taken to be at least 0, since otherwise there is no exact value to be near to. The functions
 * are accurate to one unit in the last place, as {@link java.lang.StrictMath} documents them.
 */
@NullMarked
package org.descant.proof.bound;

import org.jspecify.annotations.NullMarked;
