/**
 * The equation system: a rule as typed equations, flat and in the order of their dependency. Defs and applied rules are written out,
 * options are set, shapes are known; every later stage reads and writes this.
 *
 * <p>All that a rule remembers is a {@link org.descant.compiler.ir.State}: declared states, histories ({@code g[t-1]}), {@code w[0]},
 * the step counts of clocks, held values and stored outputs differ only in their {@link org.descant.compiler.ir.StateKind}.
 *
 * <p>A declared state and the variable that is its value at t have one shape; w[t] is per element. What is assigned to rows, columns or
 * elements, to an update or to the point of an evaluation is narrowed like an operand; a start is not, since storing rounds it. A
 * reduction to rows or columns is rounded once, when the double sum is complete.
 *
 * <p>No expression is much deeper than 64 operations, however long the chain was that it came from: deeper ones are cut into variables
 * called {@code x#part}. Passes may walk expressions by recursion.
 *
 * <p>Numbers (constant, per step, model, tensor, matrix) are double; rows, columns and elements have the element type of the
 * parameters. {@link org.descant.compiler.ir.Narrow} is the one place where a number is rounded to it, so precision is visible in
 * the tree and all number operands of an {@link org.descant.compiler.ir.Apply} have the same.
 */
package org.descant.compiler.ir;
