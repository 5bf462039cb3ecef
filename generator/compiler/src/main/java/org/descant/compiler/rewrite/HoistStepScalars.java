package org.descant.compiler.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;
import org.descant.compiler.ir.View;

/**
 * Gives the largest parts of an equation that are constant in a step an equation of their own, which the prologue computes once, in
 * double, before they are rounded where they meet an element.
 *
 * <pre>
 * m = Narrow(1 - beta1) * g   →   s#1 = 1 - beta1,  m = Narrow(s#1) * g
 * </pre>
 *
 * <p>The part is computed from the same operands in the same precision, only elsewhere, so the bits stay. Equal parts on one clock
 * share an equation, one that the author wrote included. Not touched: a part that is no operation (a constant, a hyperparameter, t),
 * which needs no equation; one that reads what stands still on some steps of the equation's clock; one that is made of values
 * already rounded ({@code Narrow(a) * Narrow(b)}), which as an equation would be double.
 */
public final class HoistStepScalars implements SystemRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<EquationSystem> rewrite(EquationSystem system) {
        return new Hoisting(system).hoist();
    }

    private record Place(Expr expr, Clock clock) {}

    private static final class Hoisting {
        private final EquationSystem system;
        private final Movable movable;
        private final FreshNames names;
        private final Map<Place, Variable> known = new HashMap<>();
        private final List<Equation> equations = new ArrayList<>();
        private boolean changed;

        Hoisting(EquationSystem system) {
            this.system = system;
            this.movable = new Movable(system);
            this.names = new FreshNames(system);
        }

        Optional<EquationSystem> hoist() {
            for (Equation equation : system.equations()) {
                Expr value =
                        isLarge(equation.target().shape()) ? hoistFrom(equation.value(), equation) : equation.value();
                if (isScalar(value) && equation.target().shape().equals(value.shape())) {
                    known.putIfAbsent(new Place(value, equation.clock()), equation.target());
                }
                equations.add(new Equation(equation.target(), value, equation.clock(), equation.origin()));
            }
            return changed ? Optional.of(Parts.withEquations(system, equations)) : Optional.empty();
        }

        private Expr hoistFrom(Expr expr, Equation equation) {
            if (!isScalar(expr) || !movable.isMovable(equation.clock(), expr)) {
                return Subexpressions.map(expr, operand -> hoistFrom(operand, equation));
            }
            changed = true;
            return new Read(known.computeIfAbsent(new Place(expr, equation.clock()), place -> define(place, equation)));
        }

        private Variable define(Place place, Equation equation) {
            View view = equation.target().view();
            Variable scalar = new Variable(
                    names.next("s"), place.expr().kind(), place.expr().shape(), view);
            equations.add(new Equation(scalar, place.expr(), place.clock(), equation.origin()));
            return scalar;
        }

        private static boolean isLarge(Shape shape) {
            return !Shape.STEP.contains(shape);
        }

        private static boolean isScalar(Expr expr) {
            return expr instanceof Apply && !isLarge(expr.shape()) && !isRounded(expr);
        }

        private static boolean isRounded(Expr expr) {
            return expr instanceof Narrow || Subexpressions.of(expr).stream().anyMatch(Hoisting::isRounded);
        }
    }
}
