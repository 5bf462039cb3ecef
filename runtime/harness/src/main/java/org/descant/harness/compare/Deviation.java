package org.descant.harness.compare;

import java.util.List;

/**
 * How far one quantity of one tensor was off in a whole run.
 *
 * @param quantity {@code w}, {@code at} (the points where gradients were asked for), or the name of a state
 * @param scale the largest absolute value that was expected
 * @param difference the largest |actual − expected|; NaN if a NaN came where a number was expected
 * @param exhausted the largest share of what was allowed, at any element: more than 1 does not pass
 * @param worst where that was; with step 0 if nothing was off at all
 * @param course the largest |actual − expected| of each step in which the quantity was compared
 * @param seen whether the optimizer shows the quantity; if not, nothing could be compared
 */
public record Deviation(
        String quantity,
        String tensor,
        double scale,
        double difference,
        double exhausted,
        Place worst,
        List<AtStep> course,
        boolean seen) {
    public Deviation {
        course = List.copyOf(course);
    }

    /** The largest difference in one step. */
    public record AtStep(int step, double difference) {}

    /**
     * A place in a run.
     *
     * @param step from 1
     * @param element the index in the list of the quantity
     */
    public record Place(int step, int element) {}

    /** Whether all that was compared passed; what is not to be seen passes. */
    public boolean passes() {
        return exhausted <= 1;
    }

    /** The largest difference against the scale. */
    public double relative() {
        return difference == 0 ? 0 : difference / scale;
    }
}
