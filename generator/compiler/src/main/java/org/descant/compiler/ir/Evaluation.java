package org.descant.compiler.ir;

import java.util.Optional;

/**
 * One evaluation of the gradient, at a point; evaluation 0 of a rule with a header gradient is at {@link Weight}.
 *
 * @param origin the equation that asks for it; nothing for the gradient of the header
 */
public record Evaluation(int index, Expr point, Clock clock, Optional<Origin> origin) {
    /** One that no equation asks for. */
    public Evaluation(int index, Expr point, Clock clock) {
        this(index, point, clock, Optional.empty());
    }
}
