package org.descant.compiler.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.descant.compiler.lint.Simulation.Gradients;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;

/**
 * The roots and divisors that fail in one of a few runs on gradients as they occur: none at all, steady, alternating, shrinking, growing,
 * irregular. What cannot be shown to be safe and yet never fails here is not warned of.
 */
final class Witnesses {
    private static final int STEPS = 40;

    private static final List<Gradients> GRADIENTS = List.of(
            (step, evaluation) -> 0,
            (step, evaluation) -> step < 5 ? 0 : 0.3,
            (step, evaluation) -> 0.7,
            (step, evaluation) -> -0.7,
            (step, evaluation) -> step % 2 == 0 ? 1.5 : -1.5,
            (step, evaluation) -> Math.pow(0.5, step),
            (step, evaluation) -> -Math.pow(1.5, step),
            (step, evaluation) -> irregular(step * 31 + evaluation));

    private final Set<Term> failures = new HashSet<>();

    Witnesses(RuleModel model) {
        for (Gradients gradients : GRADIENTS) {
            for (double weight : new double[] {0, 1, -0.25}) {
                failures.addAll(new Simulation(model, weight, gradients).run(STEPS));
            }
        }
    }

    /** Whether the radicand was negative, or the divisor zero. */
    boolean fail(Term term) {
        return failures.contains(term);
    }

    /** A number between -2 and 2 that looks random. */
    private static double irregular(int seed) {
        double x = Math.abs(seed * 0.618033988749895);
        return 4 * (x - Math.floor(x)) - 2;
    }
}
