package org.descant.runtime;

/**
 * An interval of real numbers, each end open or closed. An infinite end that is closed admits the infinity itself; NaN
 * lies in no range.
 *
 * @param low the lower end, at most {@code high}
 * @param lowOpen whether the lower end is excluded
 * @param high the upper end
 * @param highOpen whether the upper end is excluded
 */
public record Range(double low, boolean lowOpen, double high, boolean highOpen) {
    private static final Range ALL = closed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Range {
        // Written so that a NaN fails it.
        if (!(low <= high)) {
            throw new IllegalArgumentException("no range from " + low + " to " + high);
        }
    }

    /** Every number, infinities included. */
    public static Range all() {
        return ALL;
    }

    /** {@code [low, high]}. */
    public static Range closed(double low, double high) {
        return new Range(low, false, high, false);
    }

    /** {@code (low, high)}. */
    public static Range open(double low, double high) {
        return new Range(low, true, high, true);
    }

    /** {@code [low, high)}. */
    public static Range closedOpen(double low, double high) {
        return new Range(low, false, high, true);
    }

    /** {@code (low, high]}. */
    public static Range openClosed(double low, double high) {
        return new Range(low, true, high, false);
    }

    /** Whether the value lies in the range; never for NaN. */
    public boolean contains(double value) {
        return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
    }

    /** What a value is that it does not contain: {@code not in [0, inf)}, or not a number where it has all of them. */
    String exclusion() {
        return equals(ALL) ? "not a number" : "not in " + this;
    }

    /** As a rule writes it: {@code [0, inf)}. */
    @Override
    public String toString() {
        return (lowOpen ? "(" : "[") + text(low) + ", " + text(high) + (highOpen ? ")" : "]");
    }

    private static String text(double end) {
        if (Double.isInfinite(end)) {
            return end > 0 ? "inf" : "-inf";
        }
        return end == Math.rint(end) && Math.abs(end) < 1e9 ? Long.toString((long) end) : Double.toString(end);
    }
}
