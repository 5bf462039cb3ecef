package org.descant.compiler.plan;

import java.util.Optional;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Input;

/**
 * An input that a step reads.
 *
 * @param condition without which no place that reads it counts; nothing if it is read in every step
 */
record Demand(Input input, Optional<Expr> condition) {}
