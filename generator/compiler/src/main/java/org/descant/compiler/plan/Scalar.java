package org.descant.compiler.plan;

import org.descant.compiler.ir.Expr;

/** A number that a prologue computes in double and hands over: a loop takes it rounded to the element type, a later prologue as it is. */
public record Scalar(int index, Level level, Expr value) {}
