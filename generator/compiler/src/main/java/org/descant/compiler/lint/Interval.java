package org.descant.compiler.lint;

import java.util.function.DoubleUnaryOperator;
import org.descant.compiler.ir.Range;

/** The real numbers between two bounds, each of which belongs to it or not; an infinite bound is no bound. Never empty. */
record Interval(double low, boolean lowOpen, double high, boolean highOpen) {
    static final Interval ALL = closed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    static final Interval NOT_NEGATIVE = closed(0, Double.POSITIVE_INFINITY);
    static final Interval POSITIVE = new Interval(0, true, Double.POSITIVE_INFINITY, false);

    Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("no number lies between " + low + " and " + high);
        }
        lowOpen &= low != Double.NEGATIVE_INFINITY;
        highOpen &= high != Double.POSITIVE_INFINITY;
    }

    static Interval closed(double low, double high) {
        return new Interval(low, false, high, false);
    }

    static Interval of(Range range) {
        return new Interval(range.low(), range.lowOpen(), range.high(), range.highOpen());
    }

    boolean isNotNegative() {
        return low >= 0;
    }

    boolean isPositive() {
        return low > 0 || (low == 0 && lowOpen);
    }

    boolean holdsZero() {
        return !isPositive() && !negate().isPositive();
    }

    /** The same without 0, if 0 is its lower bound. */
    Interval withoutLowZero() {
        return low == 0 && high > 0 ? new Interval(0, true, high, highOpen) : this;
    }

    Interval join(Interval other) {
        boolean lower = low < other.low || (low == other.low && !lowOpen);
        boolean higher = high > other.high || (high == other.high && !highOpen);
        return new Interval(
                lower ? low : other.low,
                lower ? lowOpen : other.lowOpen,
                higher ? high : other.high,
                higher ? highOpen : other.highOpen);
    }

    /** What lies in both; this one if nothing does, since what is known of dead code is of no use. */
    Interval meet(Interval other) {
        double from = Math.max(low, other.low);
        double to = Math.min(high, other.high);
        if (from > to) {
            return this;
        }
        boolean fromOpen = (low == from && lowOpen) || (other.low == from && other.lowOpen);
        boolean toOpen = (high == to && highOpen) || (other.high == to && other.highOpen);
        return new Interval(from, fromOpen, to, toOpen);
    }

    Interval negate() {
        boolean belowOpen = highOpen;
        boolean aboveOpen = lowOpen;
        return new Interval(-high, belowOpen, -low, aboveOpen);
    }

    Interval plus(Interval other) {
        return new Interval(
                sum(low, other.low, Double.NEGATIVE_INFINITY),
                lowOpen || other.lowOpen,
                sum(high, other.high, Double.POSITIVE_INFINITY),
                highOpen || other.highOpen);
    }

    private static double sum(double a, double b, double otherwise) {
        double sum = a + b;
        return Double.isNaN(sum) ? otherwise : sum;
    }

    Interval times(Interval other) {
        Corner[] corners = {
            Corner.of(low, lowOpen, other.low, other.lowOpen),
            Corner.of(low, lowOpen, other.high, other.highOpen),
            Corner.of(high, highOpen, other.low, other.lowOpen),
            Corner.of(high, highOpen, other.high, other.highOpen)
        };
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (Corner corner : corners) {
            from = Math.min(from, corner.value);
            to = Math.max(to, corner.value);
        }
        boolean fromOpen = true;
        boolean toOpen = true;
        for (Corner corner : corners) {
            fromOpen &= corner.open || corner.value != from;
            toOpen &= corner.open || corner.value != to;
        }
        return new Interval(from, fromOpen, to, toOpen);
    }

    /** The quotient; a divisor that holds 0 at one end counts as what is beside it, one that holds it inside tells nothing. */
    Interval over(Interval divisor) {
        if (divisor.low >= 0) {
            return times(divisor.reciprocal());
        }
        return divisor.high <= 0 ? negate().times(divisor.negate().reciprocal()) : ALL;
    }

    private Interval reciprocal() {
        double from = 1 / high;
        double to = low == 0 ? Double.POSITIVE_INFINITY : 1 / low;
        return high == 0
                ? closed(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
                : new Interval(from, highOpen || from == 0, to, lowOpen);
    }

    /** What a function that grows makes of the bounds; the function may be undefined outside of some range, and is NaN there. */
    Interval map(DoubleUnaryOperator growing) {
        double from = growing.applyAsDouble(low);
        double to = growing.applyAsDouble(high);
        return Double.isNaN(from) || Double.isNaN(to) ? ALL : new Interval(from, lowOpen, to, highOpen);
    }

    /** The distances from 0. */
    Interval abs() {
        if (isNotNegative()) {
            return this;
        }
        if (high <= 0) {
            return negate();
        }
        Interval mirrored = join(negate());
        return new Interval(0, false, mirrored.high, mirrored.highOpen);
    }

    Interval max(Interval other) {
        boolean mine = low > other.low || (low == other.low && lowOpen);
        Interval highest = join(other);
        return new Interval(mine ? low : other.low, mine ? lowOpen : other.lowOpen, highest.high, highest.highOpen);
    }

    Interval min(Interval other) {
        return negate().max(other.negate()).negate();
    }

    private record Corner(double value, boolean open) {
        static Corner of(double a, boolean aOpen, double b, boolean bOpen) {
            if (a == 0 || b == 0) {
                boolean reached = (a == 0 && !aOpen) || (b == 0 && !bOpen);
                return new Corner(0, !reached);
            }
            return new Corner(a * b, aOpen || bOpen);
        }
    }
}
