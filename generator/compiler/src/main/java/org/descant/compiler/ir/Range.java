package org.descant.compiler.ir;

/** The values that a hyperparameter may take; NaN is in no range. */
public record Range(double low, boolean lowOpen, double high, boolean highOpen) {
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

    public boolean contains(double value) {
        return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
    }

    /** What a value that it does not contain should be, to follow a name: {@code must lie in [0, 1], and 2 does not}. */
    public String refusal(double value) {
        return equals(ALL)
                ? "must be a number, and " + number(value) + " is not"
                : "must lie in " + text() + ", and " + number(value) + " does not";
    }

    /** As a rule writes it: {@code [0, inf)}. */
    public String text() {
        return (lowOpen ? "(" : "[") + number(low) + ", " + number(high) + (highOpen ? ")" : "]");
    }

    private static String number(double value) {
        return ExpressionPrinter.number(value);
    }
}
