package org.descant.compiler.ir;

/**
 * The value of one equation in one step. Names are unique in a system: {@code mhat}, {@code inner.mhat}; the value at t of a state m is
 * {@code m}; what the compiler named contains a {@code #}.
 */
public record Variable(String name, Kind kind, Shape shape, View view) {}
