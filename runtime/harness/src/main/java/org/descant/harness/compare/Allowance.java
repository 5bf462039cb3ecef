package org.descant.harness.compare;

/** How far two runs may be apart. */
public interface Allowance {
    /** Nothing is allowed: the same bits are wanted. */
    Allowance NONE = (quantity, tensor, step, element) -> -1;

    /**
     * The largest |actual − expected| that passes. With 0, equal numbers do, and −0 equals 0; with less, only the same bits; with ∞,
     * anything.
     *
     * @param quantity {@code w}, {@code at} (a point where a gradient was asked for), or the name of a state
     * @param step from 1
     * @param element the index in the list of the quantity
     */
    double of(String quantity, String tensor, int step, int element);
}
