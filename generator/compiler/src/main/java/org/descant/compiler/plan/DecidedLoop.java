package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Truth;

/** A loop where one of its conditions is known: choices are their sides, and what is not used, not made or no change is left out. */
final class DecidedLoop {
    private final Loop loop;
    private final Flag flag;
    private final boolean holds;
    private final Map<Expr, Truth> known = new HashMap<>();
    private final Set<Expr> given = new HashSet<>();
    private final Set<Expr> conditions = new HashSet<>();

    private DecidedLoop(Loop loop, Flag flag, boolean holds) {
        this.loop = loop;
        this.flag = flag;
        this.holds = holds;
        known.put(flag.condition(), new Truth(holds));
        loop.scalars().forEach(scalar -> given.add(scalar.value()));
        loop.flags().forEach(other -> conditions.add(other.condition()));
        loop.reads().forEach(buffer -> given.add(buffer.before()));
    }

    /** A loop that leaves the same where a condition of it holds, or where it does not. */
    static Loop of(Loop loop, Flag flag, boolean holds) {
        return new DecidedLoop(loop, flag, holds).loop();
    }

    private Loop loop() {
        List<Equation> equations = new ArrayList<>();
        for (Equation equation : loop.equations()) {
            Expr value = decided(equation.value());
            equations.add(new Equation(equation.target(), value, equation.clock(), equation.origin()));
            if (value instanceof Truth truth) {
                known.put(new Read(equation.target()), truth);
            }
        }
        List<Store> stores = new ArrayList<>();
        for (Store store : loop.stores()) {
            boolean isAsked = store.when().equals(Optional.of(flag));
            if (!isAsked || holds) {
                stores.add(
                        new Store(store.buffer(), decided(store.value()), isAsked ? Optional.empty() : store.when()));
            }
        }
        Loop whole =
                new Loop(loop.space(), loop.reads(), loop.writes(), loop.scalars(), loop.flags(), equations, stores);
        return whole.storing(
                stores.stream().filter(store -> !isNoChange(store, whole)).toList());
    }

    /**
     * Whether a store leaves what is there. While a gradient is asked for at a point, the point is in the array of w, and what w was is read from another, so that it does then only
     * if the loop reads from where it stores.
     */
    private static boolean isNoChange(Store store, Loop loop) {
        return loop.reads().contains(store.buffer())
                && loop.computed(store.value()).equals(store.buffer().before());
    }

    private Expr decided(Expr expr) {
        Truth truth = known.get(expr);
        if (truth != null) {
            return truth;
        }
        if (given.contains(expr) || expr instanceof Narrow || expr instanceof Reduce) {
            return expr;
        }
        Expr mapped = Subexpressions.map(expr, this::decided);
        Expr decided = mapped instanceof Apply apply ? simplified(apply) : mapped;
        return conditions.contains(expr) && !(decided instanceof Truth) ? expr : decided;
    }

    private static Expr simplified(Apply apply) {
        List<Expr> operands = apply.operands();
        Optional<Boolean> first = truth(operands.get(0));
        return switch (apply.operator()) {
            case CHOOSE, CHOOSE_TRUTH ->
                first.map(holds -> operands.get(holds ? 1 : 2)).orElse(apply);
            case NOT -> first.<Expr>map(holds -> new Truth(!holds)).orElse(apply);
            case AND -> both(apply, true);
            case OR -> both(apply, false);
            default -> apply;
        };
    }

    /** @param neutral the truth value that leaves the other one as it is */
    private static Expr both(Apply apply, boolean neutral) {
        for (int i = 0; i < 2; i++) {
            Optional<Boolean> one = truth(apply.operands().get(i));
            if (one.isPresent()) {
                return one.get() == neutral ? apply.operands().get(1 - i) : new Truth(!neutral);
            }
        }
        return apply;
    }

    private static Optional<Boolean> truth(Expr expr) {
        return expr instanceof Truth truth ? Optional.of(truth.value()) : Optional.empty();
    }
}
