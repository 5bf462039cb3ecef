package org.descant.compiler.plan;

import java.util.Optional;
import org.descant.compiler.ir.Expr;

/**
 * A value that one sweep computes and later ones read: because a later gradient overwrites what it is made of, or because it is dear to compute.
 *
 * @param sweep the sweep that keeps it; those behind it read the buffer
 */
record Carry(Expr value, int sweep, Buffer buffer) {
    /** What keeps it. */
    FixedStore store() {
        return new FixedStore(new ElementStore(buffer, value, Optional.empty()), sweep);
    }
}
