package org.descant.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Two things measured in turn: the medians of all rounds.
 *
 * @param nanos that one step of the first takes for each element
 * @param otherNanos that one of the other takes
 * @param share the time of the other as a share of the first one's in the same round
 */
record Rounds(double nanos, double otherNanos, double share) {
    private static final int COUNT = 7;

    /**
     * Measures.
     *
     * @param own makes some steps; the nanoseconds that one took
     * @param other likewise
     */
    static Rounds of(int elements, DoubleSupplier own, DoubleSupplier other) {
        List<Double> nanos = new ArrayList<>();
        List<Double> otherNanos = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int round = 0; round < COUNT; round++) {
            double first = own.getAsDouble();
            double second = other.getAsDouble();
            nanos.add(first / elements);
            otherNanos.add(second / elements);
            shares.add(second / first);
        }
        return new Rounds(Stopwatch.median(nanos), Stopwatch.median(otherNanos), Stopwatch.median(shares));
    }
}
