package org.descant.compiler.plan;

import org.descant.compiler.ir.Expr;

/** A tensor's entry of a reduction over numbers per tensor. */
public record Term(Reduced reduction, Expr value) {}
