package org.descant.compiler.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.HyperRead;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.Weight;

/**
 * Reads the source of a copy instead of the copy.
 *
 * <pre>
 * x = y,  … x …   →   … y …     where y has the shape and the precision of x and is there whenever x is
 * </pre>
 *
 * <p>y is a variable, a constant, a hyperparameter, t, the gradient, w[t-1] or a state's past. The equation of x itself stays, for
 * {@link DropDead} to drop. Not touched: a copy that spreads ({@code x = n} with x per element and n per tensor: its readers expect
 * the larger shape); one whose source stands still when x does not; a condition that a clock waits for (the branch that reads the
 * clock's values must go on to name it); one of an input, whose value is asked for on the steps on which
 * a place that reads it counts, and another place may lie in a branch.
 */
public final class InlineCopies implements SystemRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<EquationSystem> rewrite(EquationSystem system) {
        Inlining inlining = new Inlining(Parts.conditions(system));
        List<Equation> equations =
                system.equations().stream().map(inlining::inline).toList();
        EquationSystem inlined = Parts.withEquations(Parts.mapSteps(system, inlining::inline), equations);
        return inlining.changed ? Optional.of(inlined) : Optional.empty();
    }

    private static final class Inlining {
        private final Map<Variable, Clock> clocks = new HashMap<>();
        private final Map<Variable, Expr> sources = new HashMap<>();
        private final Set<String> conditions;
        private boolean changed;

        Inlining(Set<String> conditions) {
            this.conditions = conditions;
        }

        Equation inline(Equation equation) {
            Expr value = inline(equation.value());
            clocks.put(equation.target(), equation.clock());
            if (isCopy(equation, value, clocks)
                    && !conditions.contains(equation.target().name())) {
                sources.put(equation.target(), value);
            }
            return new Equation(equation.target(), value, equation.clock(), equation.origin());
        }

        Expr inline(Expr expr) {
            if (expr instanceof Read read && sources.containsKey(read.variable())) {
                changed = true;
                return sources.getOrDefault(read.variable(), read);
            }
            return Subexpressions.map(expr, this::inline);
        }
    }

    private static boolean isCopy(Equation equation, Expr value, Map<Variable, Clock> clocks) {
        if (!value.shape().equals(equation.target().shape())) {
            return false;
        }
        if (value instanceof Read read) {
            return equation.clock().within(clocks.getOrDefault(read.variable(), equation.clock()));
        }
        return value instanceof Constant
                || value instanceof Truth
                || value instanceof HyperRead
                || value instanceof StepCount
                || value instanceof Gradient
                || value instanceof Weight
                || value instanceof Previous;
    }
}
