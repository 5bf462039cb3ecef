package org.descant.compiler.plan;

import java.util.Optional;
import org.descant.compiler.ir.Evaluation;

/**
 * A gradient that a step asks for.
 *
 * @param afterSweeps how many sweeps come before it
 * @param moves whether the last of them writes its point into w; otherwise w is there as it was before the step
 * @param when the flag without which it is not asked for
 */
public record Asked(Evaluation evaluation, int afterSweeps, boolean moves, Optional<Flag> when) {
    /** Whether it is there when a step begins. */
    public boolean isInPlace() {
        return afterSweeps == 0;
    }
}
