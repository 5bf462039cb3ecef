package org.descant.compiler.plan;

import org.descant.compiler.ir.Expr;

/** A number that the prologue computes in double and a loop takes rounded to the element type. */
public record Scalar(int index, Expr value) {}
