package org.descant.compiler.lint;

import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.RuleModel;

/**
 * Finds bounds of all equations and states by induction over the steps: a state lies where its start lies, and where its equation takes
 * it from there. Where that does not come to an end by itself, bounds jump to -1, 0, 1 or infinity.
 */
final class InferBounds {
    private static final int PATIENCE = 3;
    private static final int LIMIT = 20;

    private final RuleModel model;
    private final Bounds bounds;

    private InferBounds(RuleModel model) {
        this.model = model;
        this.bounds = new Bounds(model);
    }

    static Bounds of(RuleModel model) {
        InferBounds inference = new InferBounds(model);
        inference.run();
        return inference.bounds;
    }

    private void run() {
        for (ModelState state : model.states()) {
            bounds.state(state.name(), start(state));
        }
        boolean changed = true;
        for (int round = 0; changed; round++) {
            step();
            changed = false;
            for (ModelState state : model.states()) {
                Interval old = bounds.state(state.name());
                Interval next = old.join(next(state));
                if (!next.equals(old)) {
                    changed = true;
                    bounds.state(state.name(), widen(old, next, round));
                }
            }
        }
        step();
    }

    private static Interval widen(Interval old, Interval next, int round) {
        if (round < PATIENCE) {
            return next;
        }
        if (round > LIMIT) {
            return Interval.ALL;
        }
        boolean lower = next.low() < old.low();
        boolean higher = next.high() > old.high();
        return new Interval(
                lower ? -threshold(-next.low()) : next.low(),
                !lower && next.lowOpen(),
                higher ? threshold(next.high()) : next.high(),
                !higher && next.highOpen());
    }

    /** The first of -1, 0, 1 and infinity that is no smaller. */
    private static double threshold(double bound) {
        for (double step = -1; step <= 1; step++) {
            if (bound <= step) {
                return step;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private void step() {
        for (ModelEquation equation : model.equations()) {
            bounds.variable(equation.name(), new TermBounds(bounds, Facts.NONE).of(equation.value()));
        }
    }

    private Interval start(ModelState state) {
        return new TermBounds(bounds, Facts.NONE).of(state.start());
    }

    private Interval next(ModelState state) {
        return new TermBounds(bounds, Facts.NONE).of(state.next());
    }
}
