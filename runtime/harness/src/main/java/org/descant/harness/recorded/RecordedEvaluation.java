package org.descant.harness.recorded;

import java.util.Map;
import java.util.Optional;
import org.descant.harness.Evaluation;

/**
 * One evaluation of a recorded update.
 *
 * @param at the point where it was made, by tensor; empty if that was the parameters before the update
 */
public record RecordedEvaluation(Evaluation given, Optional<Map<String, double[]>> at) {
    public RecordedEvaluation {
        at = at.map(Map::copyOf);
    }
}
