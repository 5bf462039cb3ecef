package org.descant.harness.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far quantities were off so far. */
final class Tally {
    private final Allowance allowance;
    private final Map<List<String>, Extent> extents = new LinkedHashMap<>();

    /** What is known of one quantity of one tensor. */
    private static final class Extent {
        private double scale;
        private double difference;
        private double exhausted;
        private Deviation.Place worst = new Deviation.Place(0, 0);
        private final List<Deviation.AtStep> course = new ArrayList<>();
        private boolean seen = true;
    }

    Tally(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Compares element by element; a single number stands for all elements. Gives the indices that do not pass. */
    List<Integer> compare(String quantity, String tensor, int step, double[] expected, double[] actual) {
        if (expected.length != actual.length && expected.length != 1 && actual.length != 1) {
            throw new IllegalStateException("'" + quantity + "' of tensor '" + tensor + "' has " + actual.length
                    + " numbers, but " + expected.length + " are expected: it varies with other axes");
        }
        List<Integer> beyond = new ArrayList<>();
        Extent extent = extent(quantity, tensor);
        double largest = 0;
        for (int i = 0; i < Math.max(expected.length, actual.length); i++) {
            double wanted = expected[expected.length == 1 ? 0 : i];
            double came = actual[actual.length == 1 ? 0 : i];
            if (Double.compare(wanted, came) != 0) {
                // A NaN stays the largest.
                largest = Math.max(largest, Math.abs(came - wanted));
            }
            if (!compare(extent, wanted, came, new Deviation.Place(step, i), allowance.of(quantity, tensor, step, i))) {
                beyond.add(i);
            }
        }
        extent.course.add(new Deviation.AtStep(step, largest));
        return beyond;
    }

    /** Notes that a quantity is expected and cannot be seen. */
    void unseen(String quantity, String tensor) {
        extent(quantity, tensor).seen = false;
    }

    List<Deviation> deviations() {
        List<Deviation> deviations = new ArrayList<>();
        extents.forEach((key, extent) -> deviations.add(new Deviation(
                key.get(0),
                key.get(1),
                extent.scale,
                extent.difference,
                extent.exhausted,
                extent.worst,
                extent.course,
                extent.seen)));
        return deviations;
    }

    private Extent extent(String quantity, String tensor) {
        return extents.computeIfAbsent(List.of(quantity, tensor), absent -> new Extent());
    }

    private static boolean compare(Extent extent, double wanted, double came, Deviation.Place place, double allowed) {
        boolean same = Double.compare(wanted, came) == 0;
        double difference = same ? 0 : Math.abs(came - wanted);
        double exhausted = same ? 0 : share(difference, allowed);
        extent.scale = Math.max(extent.scale, Math.abs(wanted));
        if (Double.isNaN(difference) || difference > extent.difference) {
            extent.difference = difference;
        }
        if (exhausted > extent.exhausted) {
            extent.exhausted = exhausted;
            extent.worst = place;
        }
        return exhausted <= 1;
    }

    /** Of what is allowed, how much is used. */
    private static double share(double difference, double allowed) {
        if (allowed == Double.POSITIVE_INFINITY || (difference == 0 && allowed >= 0)) {
            return 0;
        }
        return Double.isNaN(difference) || allowed <= 0 ? Double.POSITIVE_INFINITY : difference / allowed;
    }
}
