package org.descant.compiler.plan;

import org.descant.compiler.ir.Expr;

/** A condition that the prologue decides for a whole step. */
public record Flag(int index, Expr condition) {}
