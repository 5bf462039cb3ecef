package org.descant.compiler.plan;

import java.util.Optional;
import org.descant.compiler.ir.Expr;

/**
 * What a loop leaves in a buffer.
 *
 * @param value of element precision
 * @param when the flag without which the buffer stays as it is
 */
public record Store(Buffer buffer, Expr value, Optional<Flag> when) {}
