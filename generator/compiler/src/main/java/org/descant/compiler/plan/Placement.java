package org.descant.compiler.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Variable;

/**
 * Where values are computed: in the prologue, once per step, or in loops. What is per step can belong in a loop too: a condition that
 * compares numbers already rounded to elements is the same for all elements, but the prologue, in double, does not know their type.
 */
final class Placement {
    private final Set<Variable> inLoops = new HashSet<>();

    Placement(EquationSystem system) {
        this(system.equations());
    }

    /** @param equations in the order of dependency */
    Placement(List<Equation> equations) {
        for (Equation equation : equations) {
            boolean isRounded = equation.target().kind() == Kind.BOOLEAN && isOfLoops(equation.value());
            if (isRounded || !equation.target().shape().isNumber()) {
                inLoops.add(equation.target());
            }
        }
    }

    boolean isInLoops(Variable variable) {
        return inLoops.contains(variable);
    }

    /** Whether an expression has parts that only loops know; the result of a reduction is known between two of them. */
    boolean isOfLoops(Expr expr) {
        if (expr instanceof Reduce) {
            return false;
        }
        return !expr.shape().isNumber()
                || expr instanceof Narrow
                || (expr instanceof Read read && isInLoops(read.variable()))
                || Subexpressions.of(expr).stream().anyMatch(this::isOfLoops);
    }

    /** Whether a part of a loop's expression is a condition that the prologue can decide for it. */
    boolean isDecidedByPrologue(Expr expr) {
        return expr.kind() == Kind.BOOLEAN && !(expr instanceof Truth) && !isOfLoops(expr);
    }
}
