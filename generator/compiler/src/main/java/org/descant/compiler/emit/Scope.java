package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;
import org.descant.compiler.ir.Expr;
import org.descant.runtime.ElementType;

/** What surrounds an expression in a method: how its leaves are reached, and where statements before it can go. */
interface Scope {
    /** The type of the numbers that are computed here. */
    ElementType type();

    /** What stands for a leaf of the tree, or for a part that was computed elsewhere; nothing for other parts. */
    Optional<Fragment> given(Expr expr);

    /** Whether what is computed is one of many, so that the same statements run again and again on numbers that are nothing like each other. */
    boolean isOfLoop();

    /** A name for what is computed, where the rule has none. */
    String describe(Expr expr);

    /** Keeps a value under a name near the wanted one. */
    Fragment keep(String wanted, CodeBlock value);
}
