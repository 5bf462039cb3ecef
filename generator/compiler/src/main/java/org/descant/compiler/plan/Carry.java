package org.descant.compiler.plan;

import java.util.Optional;
import org.descant.compiler.ir.Expr;

/**
 * A value that is kept because what it is made of is overwritten by a later gradient.
 *
 * @param sweep the sweep that keeps it; those behind it read the buffer
 */
record Carry(Expr value, int sweep, Buffer buffer) {
    /** What keeps it. */
    FixedStore store() {
        return new FixedStore(new ElementStore(buffer, value, Optional.empty()), sweep);
    }
}
