package org.descant.compiler.rewrite;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Update;
import org.descant.runtime.Numeric;

/**
 * Reads the constant that a state always is: the held value of a part that {@link DecideClocks} stopped.
 *
 * <pre>
 * state m = c,  next m = m[t-1],  … m[t-1] …   →   … c …
 * </pre>
 *
 * <p>By induction over the steps: the state holds its start, which every way of storing it keeps as it is. Not touched: {@code w[0]}, whose
 * start is the parameter; a start that bf16, f16 or float would round; a state that is an output, for as long as the caller looks at
 * it; the whole argument of a reduction, whose shape counts.
 */
public final class ReadConstantStates implements SystemRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<EquationSystem> rewrite(EquationSystem system) {
        Reading reading = new Reading(system);
        EquationSystem read = Parts.mapSteps(system, reading::read);
        return reading.changed ? Optional.of(read) : Optional.empty();
    }

    private static final class Reading {
        private final Map<String, Expr> constants = new HashMap<>();
        private boolean changed;

        Reading(EquationSystem system) {
            Set<State> outputs = new HashSet<>();
            system.outputs().forEach(output -> outputs.add(output.state()));
            for (Update update : system.updates()) {
                State state = update.state();
                OptionalDouble start = Literal.of(state.start());
                if (update.next().equals(new Previous(state))
                        && !outputs.contains(state)
                        && start.isPresent()
                        && isStoredAsItIs(start.getAsDouble())) {
                    Precision precision = Precision.of(state.shape(), Kind.NUMBER);
                    constants.put(state.name(), Literal.number(start.getAsDouble(), precision));
                }
            }
        }

        Expr read(Expr expr) {
            // The state's own update stays, or it would no longer be seen to stand still.
            return expr instanceof Previous ? expr : inside(expr);
        }

        private Expr inside(Expr expr) {
            if (expr instanceof Previous previous
                    && constants.containsKey(previous.state().name())) {
                changed = true;
                return constants.getOrDefault(previous.state().name(), previous);
            }
            if (expr instanceof Reduce reduce) {
                boolean before = changed;
                Expr argument = inside(reduce.argument());
                if (!argument.shape().equals(reduce.argument().shape())) {
                    changed = before;
                    return reduce;
                }
            }
            return Subexpressions.map(expr, this::inside);
        }
    }

    private static boolean isStoredAsItIs(double value) {
        return same(value, (float) value) && same(value, Numeric.bf16(value)) && same(value, Numeric.f16(value));
    }

    private static boolean same(double one, double other) {
        return Double.compare(one, other) == 0;
    }
}
