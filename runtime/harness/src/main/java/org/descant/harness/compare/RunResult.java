package org.descant.harness.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a run came out beside what was expected.
 *
 * @param expected what it was held against: the name of a recording or of a subject
 * @param actual the name of the subject that was run
 * @param deviations of every quantity and tensor that was compared
 * @param parting where the two parted first; empty if they did not
 */
public record RunResult(String expected, String actual, List<Deviation> deviations, Optional<Parting> parting) {
    public RunResult {
        deviations = List.copyOf(deviations);
    }

    /** Whether all that was expected could be seen and passed. */
    public boolean passes() {
        return parting.isEmpty() && unseen().isEmpty();
    }

    /** What was expected and is not to be seen. */
    public List<Deviation> unseen() {
        return deviations.stream().filter(deviation -> !deviation.seen()).toList();
    }

    /** The quantity that came nearest to what is allowed, or went farthest beyond. */
    public Deviation worst() {
        return deviations.stream()
                .max(Comparator.comparingDouble(Deviation::exhausted).thenComparingDouble(Deviation::relative))
                .orElseThrow();
    }
}
