package org.descant.compiler.ir;

/** The values that a hyperparameter may take; NaN is in no range. */
public record Range(double low, boolean lowOpen, double high, boolean highOpen) {
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

    public boolean contains(double value) {
        return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
    }

    /** As a rule writes it: {@code [0, inf)}. */
    public String text() {
        return (lowOpen ? "(" : "[") + number(low) + ", " + number(high) + (highOpen ? ")" : "]");
    }

    /** A bound, or a value beside one, as a rule writes it. */
    public static String number(double value) {
        return ExpressionPrinter.number(value);
    }
}
