package org.descant.compiler.rewrite;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.InputRead;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Subexpressions;

/**
 * Whether an expression may become an equation of its own. Inside a branch of an {@code if} it may read what stands still on some of
 * the steps of its clock; as an equation it would be computed on all of them.
 */
final class Movable {
    private final Map<String, Clock> clocks = new HashMap<>();
    private final Map<Integer, Clock> evaluations = new HashMap<>();
    private final Set<String> conditions;

    Movable(EquationSystem system) {
        conditions = Parts.conditions(system);
        for (Equation equation : system.equations()) {
            clocks.put(equation.target().name(), equation.clock());
        }
        for (Evaluation evaluation : system.evaluations()) {
            evaluations.put(evaluation.index(), evaluation.clock());
        }
    }

    /** Whether the expression may be an equation on that clock. */
    boolean isMovable(Clock clock, Expr expr) {
        return isDefinedOn(clock, expr) && !isGuard(expr);
    }

    /** A condition that names a clock's condition must stay where it is: that is how its branch may read the clock's values. */
    private boolean isGuard(Expr expr) {
        return expr.kind() == Kind.BOOLEAN
                && Subexpressions.within(expr).stream()
                        .anyMatch(node -> node instanceof Read read
                                && conditions.contains(read.variable().name()));
    }

    /** Whether all that the expression reads is there on every step of the clock. */
    private boolean isDefinedOn(Clock clock, Expr expr) {
        if (expr instanceof Read read) {
            return clock.within(clocks.getOrDefault(read.variable().name(), clock));
        }
        if (expr instanceof Gradient gradient) {
            return clock.within(evaluations.getOrDefault(gradient.evaluation(), clock));
        }
        return Subexpressions.of(expr).stream().allMatch(operand -> isDefinedOn(clock, operand));
    }

    /** Whether an input is read, so that computing it on more steps would ask the caller more often. */
    static boolean readsInput(Expr expr) {
        return expr instanceof InputRead || Subexpressions.of(expr).stream().anyMatch(Movable::readsInput);
    }
}
