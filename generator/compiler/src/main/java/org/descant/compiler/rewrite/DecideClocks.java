package org.descant.compiler.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Update;

/**
 * Joins a part whose {@code when} is known with what is around it, or stops it: an option often stands there.
 *
 * <pre>
 * x = f(…) when true      the part is active whenever its caller is: its clock is the caller's
 * x = f(…) when false     it never is: if c then a else b = b, and its states keep what they hold
 * </pre>
 *
 * <p>A clock is nothing but its conditions, and a condition that always holds asks nothing; one that never holds leaves every state of
 * the clock at its start, which is what {@code next m = m[t-1]} says. The count of the part's own steps stays its own, also where it now
 * equals t. Not touched: conditions that vary, and the states themselves, which are read before they are dropped.
 */
public final class DecideClocks implements SystemRewrite {
    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<EquationSystem> rewrite(EquationSystem system) {
        Map<String, Boolean> decided = decided(system);
        if (decided.isEmpty()) {
            return Optional.empty();
        }
        Deciding deciding = new Deciding(decided);
        EquationSystem joined = Parts.mapClocks(system, deciding::join);
        EquationSystem chosen = Parts.mapSteps(joined, deciding::choose);
        List<Update> updates = chosen.updates().stream().map(deciding::stop).toList();
        return deciding.changed
                ? Optional.of(Parts.with(
                        chosen, chosen.states(), chosen.equations(), updates, chosen.evaluations(), chosen.checks()))
                : Optional.empty();
    }

    private static Map<String, Boolean> decided(EquationSystem system) {
        Set<String> conditions = Parts.conditions(system);
        Map<String, Boolean> decided = new HashMap<>();
        system.equations().forEach(equation -> {
            if (equation.value() instanceof Truth truth
                    && conditions.contains(equation.target().name())) {
                decided.put(equation.target().name(), truth.value());
            }
        });
        return decided;
    }

    private static final class Deciding {
        private final Map<String, Boolean> decided;
        private boolean changed;

        Deciding(Map<String, Boolean> decided) {
            this.decided = decided;
        }

        /** The clock without the conditions that always hold. */
        Clock join(Clock clock) {
            List<String> open = clock.conditions().stream()
                    .filter(condition -> !holds(condition))
                    .toList();
            if (open.size() == clock.conditions().size()) {
                return clock;
            }
            changed = true;
            return open.isEmpty() ? Clock.BASE : new Clock(clock.name(), open);
        }

        /** The expression without the branches that are never taken. */
        Expr choose(Expr expr) {
            if (expr instanceof Apply apply
                    && apply.operator().isChoice()
                    && fails(apply.operands().get(0))) {
                changed = true;
                return choose(apply.operands().get(2));
            }
            return Subexpressions.map(expr, this::choose);
        }

        /** The update of a state whose clock never runs. */
        Update stop(Update update) {
            boolean still = update.state().clock().conditions().stream().anyMatch(this::fails);
            Expr same = new Previous(update.state());
            if (!still || update.next().equals(same)) {
                return update;
            }
            changed = true;
            return new Update(update.state(), same);
        }

        private boolean holds(String condition) {
            return decided.getOrDefault(condition, false);
        }

        private boolean fails(String condition) {
            return !decided.getOrDefault(condition, true);
        }

        private boolean fails(Expr condition) {
            if (condition instanceof Read read) {
                return fails(read.variable().name());
            }
            return condition instanceof Apply apply
                    && apply.operator() == Operator.AND
                    && apply.operands().stream().anyMatch(this::fails);
        }
    }
}
