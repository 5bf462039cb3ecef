package org.descant.speed.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times steps in C on arrays of its own. Where steps differ, as under {@code when}, each kind is taken as often as it was seen. */
public final class CTimer {
    private final StepArrays arrays;
    private final Map<List<Boolean>, Seen> kinds = new LinkedHashMap<>();
    private final TurningGradient gradient;
    private int seen;

    /** A kind of step, with how often it was seen. */
    private static final class Seen {
        private final Given given;
        private int times;

        private Seen(Given given) {
            this.given = given;
        }
    }

    CTimer(StepArrays arrays) {
        this.arrays = arrays;
        gradient = new TurningGradient(arrays.gradients());
    }

    void add(Given given) {
        seen++;
        kinds.computeIfAbsent(given.flags(), unused -> new Seen(given)).times++;
    }

    /**
     * Makes some steps.
     *
     * @return the nanoseconds of processor time that one takes
     */
    public double nanos(int steps) {
        double sum = 0;
        for (Seen kind : kinds.values()) {
            double share = (double) kind.times / seen;
            int times = Math.max(1, (int) Math.round(steps * share));
            sum += share * gradient.nanos(times, some -> (double) arrays.step(kind.given, some) / some);
        }
        return sum;
    }
}
