package org.descant.compiler.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    private final Set<Variable> rounded = new HashSet<>();

    Placement(EquationSystem system) {
        this(system.equations());
    }

    /** @param equations in the order of dependency */
    Placement(List<Equation> equations) {
        for (Equation equation : equations) {
            Variable target = equation.target();
            boolean isRounded =
                    target.kind() == Kind.BOOLEAN && target.shape().isNumber() && hasRounded(equation.value());
            if (isRounded) {
                rounded.add(target);
            }
            if (isRounded || Space.of(target.shape(), target.view()).isPresent()) {
                inLoops.add(target);
            }
        }
    }

    boolean isInLoops(Variable variable) {
        return inLoops.contains(variable);
    }

    /** What a variable is computed in a loop over, if it is; what only roundings keep out of prologues has no cells of its own. */
    Optional<Space> cellsOf(Variable variable) {
        return isInLoops(variable) && !rounded.contains(variable)
                ? Space.of(variable.shape(), variable.view()).filter(space -> !space.isOfElements())
                : Optional.empty();
    }

    /** Whether an expression has parts that only loops know; the result of a reduction is known between two of them. */
    boolean isOfLoops(Expr expr) {
        if (Space.of(expr.shape(), expr.view()).isPresent()) {
            return true;
        } else if (expr instanceof Reduce) {
            return false;
        }
        return expr instanceof Narrow
                || (expr instanceof Read read && isInLoops(read.variable()))
                || Subexpressions.of(expr).stream().anyMatch(this::isOfLoops);
    }

    /** Whether an expression is made of numbers already rounded to elements, whose type prologues do not know. */
    boolean hasRounded(Expr expr) {
        if (expr instanceof Narrow || (expr instanceof Read read && rounded.contains(read.variable()))) {
            return true;
        }
        return !(expr instanceof Reduce) && Subexpressions.of(expr).stream().anyMatch(this::hasRounded);
    }

    /** Whether a part of a loop's expression is a condition that the prologue can decide for it. */
    boolean isDecidedByPrologue(Expr expr) {
        return expr.kind() == Kind.BOOLEAN && !(expr instanceof Truth) && !isOfLoops(expr);
    }
}
