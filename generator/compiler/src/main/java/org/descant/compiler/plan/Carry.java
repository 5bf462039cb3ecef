package org.descant.compiler.plan;

import java.util.Optional;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Read;

/**
 * A value that one sweep computes and later ones read, because a later gradient overwrites what it is made of, or because it is dear to compute;
 * or that one loop hands to the next.
 *
 * @param sweep the sweep that keeps it; those behind it read the buffer, and so do the loops of this one that come after the store
 */
record Carry(Expr value, int sweep, Buffer buffer) {
    /** What keeps the value of an equation in the array of a number. */
    static Carry of(Equation equation, int sweep, int number) {
        Read value = new Read(equation.target());
        return new Carry(value, sweep, new Buffer(number, Buffer.name(equation), value));
    }

    /** What keeps it. */
    FixedStore store() {
        return new FixedStore(new ElementStore(buffer, value, Optional.empty()), sweep);
    }
}
