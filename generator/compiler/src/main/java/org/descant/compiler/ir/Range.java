package org.descant.compiler.ir;

/** The values that a hyperparameter may take; NaN is in no range. */
public record Range(double low, boolean lowOpen, double high, boolean highOpen) {
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

    public boolean contains(double value) {
        return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
    }
}
