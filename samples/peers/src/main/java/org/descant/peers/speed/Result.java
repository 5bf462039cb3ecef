package org.descant.peers.speed;

import java.util.Optional;

/** What came of one contender on one workload and size. */
public sealed interface Result {
    /** The name of the contender. */
    String contender();

    Workload workload();

    Size size();

    /**
     * It made its steps.
     *
     * @param nanos for each element of the model, a step: the median of the rounds
     * @param ratio to the time of the yardstick in the same round: the median
     * @param allocated the bytes of Java's heap that a step allocates
     * @param elsewhere processor time of all other threads of the JVM in the rounds, as a share of this one's: the collector's, or of threads that should not be
     * @param deviation how far the values are from the exact ones, as {@link Exact} says; nothing where no rule is computed, and for large models
     */
    record Timed(
            String contender,
            Workload workload,
            Size size,
            double nanos,
            double ratio,
            double allocated,
            double elsewhere,
            Optional<Double> deviation)
            implements Result {
        /** More than what rounding and another place of eps make of these gradients. */
        private static final double OTHER = 0.05;

        /** Whether it computes something else than the workload says. */
        boolean isOther() {
            return deviation.isPresent() && !(deviation.get() < OTHER);
        }
    }

    /**
     * It did not.
     *
     * @param reason what was thrown
     */
    record Failed(String contender, Workload workload, Size size, String reason) implements Result {}
}
