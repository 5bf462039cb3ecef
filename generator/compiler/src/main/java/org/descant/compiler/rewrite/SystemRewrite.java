package org.descant.compiler.rewrite;

import java.util.Optional;
import org.descant.compiler.ir.EquationSystem;

/** A law about a whole system: about names, order, clocks or what is read. */
public non-sealed interface SystemRewrite extends Rewrite {
    /** The rewritten system, or nothing if the law does not apply. */
    Optional<EquationSystem> rewrite(EquationSystem system);
}
