package org.descant.compiler.plan;

import java.util.Optional;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Expr;

/**
 * A gradient that a course asks for.
 *
 * @param condition without which it is not asked for; nothing if it always is
 */
record Point(Evaluation evaluation, Optional<Expr> condition) {}
