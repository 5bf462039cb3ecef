package org.descant.harness.equations;

/**
 * A line of equations.
 *
 * @param start whether it is the value before the first update
 */
record Equation(String name, boolean start, Node value) {}
