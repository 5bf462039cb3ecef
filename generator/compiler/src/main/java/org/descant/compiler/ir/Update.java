package org.descant.compiler.ir;

/** What a state becomes when a step is over: the value that a variable (or an expression of that step) had. */
public record Update(State state, Expr next) {}
