/**
 * The interpreter: what a checked rule means, made as plain as possible. It runs every equation system, whatever the later stages can do, and is
 * what they are tested against.
 *
 * <p>Everything has a {@code Space}, the set of indices that its shape runs over; every expression is evaluated in the space of what it
 * is assigned to. One rounding to the element type follows each operation of rows, columns and elements.
 */
package org.descant.compiler.interpret;
