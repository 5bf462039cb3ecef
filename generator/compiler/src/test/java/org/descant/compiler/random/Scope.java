package org.descant.compiler.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Shape;

/** What an expression can read at a place: leaves, and expressions that stand elsewhere and may be repeated. */
final class Scope {
    private record Visible(Expr expr, Clock clock) {}

    private final RandomGenerator random;
    private final List<Visible> leaves = new ArrayList<>();
    private final List<Visible> written = new ArrayList<>();
    private Clock clock = Clock.BASE;

    Scope(RandomGenerator random) {
        this.random = random;
    }

    Clock clock() {
        return clock;
    }

    void enter(Clock inner) {
        clock = inner;
    }

    /** A leaf that can be read wherever the current clock is active. */
    void add(Expr leaf) {
        leaves.add(new Visible(leaf, clock));
    }

    /** A leaf that can be read everywhere. */
    void addEverywhere(Expr leaf) {
        leaves.add(new Visible(leaf, Clock.BASE));
    }

    Expr remember(Expr expr) {
        written.add(new Visible(expr, clock));
        return expr;
    }

    /** A leaf of that precision and at most that shape. */
    Optional<Expr> leaf(Precision precision, Shape limit) {
        return pick(leaves, precision, limit);
    }

    /** Something written before, of that precision and at most that shape. */
    Optional<Expr> again(Precision precision, Shape limit) {
        return pick(written, precision, limit);
    }

    private Optional<Expr> pick(List<Visible> from, Precision precision, Shape limit) {
        List<Expr> fitting = from.stream()
                .filter(v -> clock.within(v.clock()))
                .map(Visible::expr)
                .filter(e -> Precision.of(e) == precision && limit.contains(e.shape()))
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting.get(random.nextInt(fitting.size())));
    }
}
