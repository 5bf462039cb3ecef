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
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;

/**
 * Gives what takes long in a choice for each element an equation of its own. A choice makes a loop scalar code, in which a division and a root
 * take much longer than in vector code; what has a name can be computed in another loop.
 *
 * <pre>
 * u = if a &gt; 0 then g / sqrt(a) else 0   →   #1 = g / sqrt(a),  u = if a &gt; 0 then #1 else 0
 * </pre>
 *
 * <p>Both sides of such a choice are computed for every element anyway, and an operation fails for no number, so the bits stay. Not touched: what hangs on
 * a condition of the step, a tensor, a row or a column, of which one side is not computed; the argument of a reduction, which one loop computes; what has no
 * division, root or function of an element; what reads what stands still on some steps of the equation's clock, or asks for an input.
 */
public final class LiftFromChoices implements SystemRewrite {
    /** As much as a division costs. */
    private static final int DEAR = 5;

    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<EquationSystem> rewrite(EquationSystem system) {
        return new Lifting(system).lift();
    }

    private record Place(Expr expr, Clock clock) {}

    private static final class Lifting {
        private final EquationSystem system;
        private final Movable movable;
        private final FreshNames names;
        private final Map<Place, Variable> known = new HashMap<>();
        private final List<Equation> equations = new ArrayList<>();

        Lifting(EquationSystem system) {
            this.system = system;
            this.movable = new Movable(system);
            this.names = new FreshNames(system);
        }

        Optional<EquationSystem> lift() {
            for (Equation equation : system.equations()) {
                Expr value = lifted(equation.value(), equation);
                equations.add(new Equation(equation.target(), value, equation.clock(), equation.origin()));
            }
            return known.isEmpty() ? Optional.empty() : Optional.of(Parts.withEquations(system, equations));
        }

        private Expr lifted(Expr expr, Equation equation) {
            if (expr instanceof Reduce || isChoiceOfStep(expr)) {
                return expr;
            }
            Expr inner = Subexpressions.map(expr, operand -> lifted(operand, equation));
            return isChoiceOfElements(inner)
                    ? Subexpressions.map(inner, operand -> withNames(operand, equation))
                    : inner;
        }

        private static boolean isChoiceOfElements(Expr expr) {
            return expr instanceof Apply apply && apply.operator() == Operator.CHOOSE && isOfElements(apply);
        }

        /** Whether one side is not computed where the other is. */
        private static boolean isChoiceOfStep(Expr expr) {
            return expr instanceof Apply apply && apply.operator().isChoice() && !isOfElements(apply);
        }

        private static boolean isOfElements(Apply choice) {
            return choice.operands().get(0).shape().equals(Shape.ELEMENT);
        }

        /** One side of a choice, or its condition, of which the numbers are looked at. */
        private Expr withNames(Expr expr, Equation equation) {
            if (expr.kind() == Kind.BOOLEAN) {
                return Subexpressions.map(expr, operand -> withNames(operand, equation));
            }
            boolean isLifted = expr.shape().equals(Shape.ELEMENT)
                    && Precision.of(expr) == Precision.ELEMENT
                    && !isChoiceOfElements(expr)
                    && isDear(expr)
                    && movable.isMovable(equation.clock(), expr)
                    && !Movable.readsInput(expr);
            return isLifted
                    ? new Read(
                            known.computeIfAbsent(new Place(expr, equation.clock()), place -> define(place, equation)))
                    : expr;
        }

        /** Whether an operation for each element takes long. */
        private static boolean isDear(Expr expr) {
            if (expr instanceof Narrow
                    || expr instanceof Reduce
                    || !expr.shape().equals(Shape.ELEMENT)) {
                return false;
            }
            return (expr instanceof Apply apply && Cost.of(apply.operator()) >= DEAR)
                    || Subexpressions.of(expr).stream().anyMatch(Lifting::isDear);
        }

        private Variable define(Place place, Equation equation) {
            Variable lifted = new Variable(
                    names.next(""),
                    place.expr().kind(),
                    place.expr().shape(),
                    equation.target().view());
            equations.add(new Equation(lifted, place.expr(), place.clock(), equation.origin()));
            return lifted;
        }
    }
}
