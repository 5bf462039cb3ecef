package org.descant.compiler.plan;

import org.descant.compiler.ir.Expr;

/** A condition that a prologue decides and hands over. */
public record Flag(int index, Level level, Expr condition) {}
