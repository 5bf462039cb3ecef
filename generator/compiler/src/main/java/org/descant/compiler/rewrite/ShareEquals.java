package org.descant.compiler.rewrite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;

/**
 * Computes equal expressions on one clock once, as an equation of their own.
 *
 * <pre>
 * x = … e …,  y = … e …   →   #1 = e,  x = … #1 …,  y = … #1 …
 * a = e,  y = … e …       →   a = e,  y = … a …          where the author gave it a name, that name stays
 * </pre>
 *
 * <p>Expressions have no effects and read the values of one step, so equal ones are the same bits. The largest go first. Not
 * touched, because nothing is won: leaves, and single cheap operations without a name ({@code 1 - beta}, {@code g^2}), which a register
 * holds anyway. Not touched, because something is lost: parts of the argument of a reduction, which run in another sweep than what
 * uses the result; rows, columns and elements of a rule that evaluates more than one gradient, which would have to be kept from one
 * evaluation to the next. Not touched, because it would be wrong: what stands only in branches and reads an input (the caller would be
 * asked for it more often) or something that stands still on some steps; {@code Narrow(a) * Narrow(b)}, which as an equation would be
 * double.
 */
public final class ShareEquals implements SystemRewrite {
    private static final int WORTH_A_NAME = 2;

    @Override
    public Exactness exactness() {
        return Exactness.BITWISE;
    }

    @Override
    public Optional<EquationSystem> rewrite(EquationSystem system) {
        Optional<EquationSystem> shared = Optional.empty();
        Optional<EquationSystem> next = shareLargest(system);
        while (next.isPresent()) {
            shared = next;
            next = shareLargest(next.get());
        }
        return shared;
    }

    private static Optional<EquationSystem> shareLargest(EquationSystem system) {
        Occurrences occurrences = new Occurrences(system);
        return occurrences.largest().map(place -> share(system, place, occurrences.definition(place)));
    }

    private static EquationSystem share(EquationSystem system, Place place, Optional<Equation> definition) {
        Equation source = definition.orElseGet(() -> define(system, place));
        Read read = new Read(source.target());
        List<Equation> equations = new ArrayList<>();
        boolean defined = false;
        for (Equation equation : system.equations()) {
            if (equation.target().equals(source.target())) {
                if (!defined) {
                    equations.add(equation);
                    defined = true;
                }
                continue;
            }
            Expr value = equation.clock().equals(place.clock())
                    ? replace(equation.value(), place.expr(), read)
                    : equation.value();
            if (value != equation.value() && !defined) {
                equations.add(source);
                defined = true;
            }
            equations.add(new Equation(equation.target(), value, equation.clock(), equation.origin()));
        }
        return Parts.withEquations(system, equations);
    }

    private static Equation define(EquationSystem system, Place place) {
        Equation first = system.equations().stream()
                .filter(e -> e.clock().equals(place.clock()) && contains(e.value(), place.expr()))
                .findFirst()
                .orElseThrow();
        Variable variable = new Variable(
                new FreshNames(system).next(""),
                place.expr().kind(),
                place.expr().shape(),
                place.expr().view());
        return new Equation(variable, place.expr(), place.clock(), first.origin());
    }

    private static boolean contains(Expr expr, Expr part) {
        if (expr.equals(part)) {
            return true;
        }
        boolean open = !(expr instanceof Reduce);
        return open && Subexpressions.of(expr).stream().anyMatch(operand -> contains(operand, part));
    }

    /** Every place of the part changed, those inside reductions left alone unless the reduction is the part. */
    private static Expr replace(Expr expr, Expr part, Expr replacement) {
        if (expr.equals(part)) {
            return replacement;
        }
        return expr instanceof Reduce ? expr : Subexpressions.map(expr, operand -> replace(operand, part, replacement));
    }

    private record Place(Expr expr, Clock clock) {}

    /** How often each expression that may be shared stands where. */
    private static final class Occurrences {
        private final EquationSystem system;
        private final Movable movable;
        private final Map<Place, Count> counts = new LinkedHashMap<>();
        private final Map<Place, Equation> definitions = new HashMap<>();

        Occurrences(EquationSystem system) {
            this.system = system;
            this.movable = new Movable(system);
            for (Equation equation : system.equations()) {
                Place place = new Place(equation.value(), equation.clock());
                if (equation.target().shape().equals(equation.value().shape())) {
                    definitions.putIfAbsent(place, equation);
                }
                count(equation.value(), equation.clock(), false);
            }
        }

        private void count(Expr expr, Clock clock, boolean inBranch) {
            if (Subexpressions.of(expr).isEmpty()) {
                return;
            }
            counts.computeIfAbsent(new Place(expr, clock), place -> new Count()).add(inBranch);
            if (expr instanceof Reduce) {
                return;
            }
            List<Expr> operands = Subexpressions.of(expr);
            for (int i = 0; i < operands.size(); i++) {
                count(operands.get(i), clock, inBranch || Branches.isBranch(expr, i));
            }
        }

        Optional<Equation> definition(Place place) {
            return Optional.ofNullable(definitions.get(place));
        }

        Optional<Place> largest() {
            return counts.entrySet().stream()
                    .filter(entry -> isPossible(entry.getKey(), entry.getValue()))
                    .map(Map.Entry::getKey)
                    .filter(this::isWorthIt)
                    .max(Comparator.comparingInt(place -> Cost.of(place.expr())));
        }

        private boolean isWorthIt(Place place) {
            boolean kept = Precision.of(place.expr()) == Precision.NUMBER
                    || system.evaluations().size() < 2;
            return kept && Cost.of(place.expr()) >= (definitions.containsKey(place) ? 1 : WORTH_A_NAME);
        }

        private boolean isPossible(Place place, Count count) {
            Expr expr = place.expr();
            boolean natural = Precision.of(expr) == Precision.of(expr.shape(), expr.kind());
            boolean asked = count.unconditional > 0 || !Movable.readsInput(expr);
            return count.total > 1 && natural && asked && movable.isMovable(place.clock(), expr);
        }
    }

    private static final class Count {
        private int total;
        private int unconditional;

        void add(boolean inBranch) {
            total++;
            unconditional += inBranch ? 0 : 1;
        }
    }
}
