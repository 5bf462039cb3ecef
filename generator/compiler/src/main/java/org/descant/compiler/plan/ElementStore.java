package org.descant.compiler.plan;

import java.util.Optional;
import org.descant.compiler.ir.Expr;

/**
 * What a step leaves in a buffer.
 *
 * @param condition without which the buffer stays as it is
 */
record ElementStore(Buffer buffer, Expr value, Optional<Expr> condition) {}
