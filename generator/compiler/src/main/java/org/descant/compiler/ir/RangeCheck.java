package org.descant.compiler.ir;

/** A value, constant or per step, passed for a hyperparameter: it must be in range on every step of the clock, before anything is written. */
public record RangeCheck(String name, Expr value, Range range, Clock clock) {}
