package org.descant.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a replay is from the record, for each quantity and tensor: the largest difference against the largest recorded
 * value over all steps.
 */
final class Deviations {
    private final Map<String, Extent> extents = new LinkedHashMap<>();

    private record Extent(double scale, double difference) {
        Extent with(Extent other) {
            return new Extent(Math.max(scale, other.scale), Math.max(difference, other.difference));
        }
    }

    /** Compares element by element; a single number stands for all elements. */
    void compare(String quantity, double[] recorded, double[] replayed) {
        for (int i = 0; i < Math.max(recorded.length, replayed.length); i++) {
            double expected = recorded[recorded.length == 1 ? 0 : i];
            double actual = replayed[replayed.length == 1 ? 0 : i];
            Extent extent = new Extent(Math.abs(expected), Math.abs(actual - expected));
            extents.merge(quantity, extent, Extent::with);
        }
    }

    /** The quantities that are too far off, with their relative differences; a NaN is. */
    Map<String, Double> beyond(double tolerance) {
        Map<String, Double> beyond = new LinkedHashMap<>();
        extents.forEach((quantity, extent) -> {
            if (!(extent.difference() <= tolerance * extent.scale())) {
                beyond.put(quantity, extent.difference() / extent.scale());
            }
        });
        return beyond;
    }
}
