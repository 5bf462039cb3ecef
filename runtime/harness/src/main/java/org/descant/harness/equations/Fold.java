package org.descant.harness.equations;

import java.util.Locale;
import java.util.Optional;

/** A way to make one number of many. */
enum Fold {
    SUM,
    MEAN,
    NORM,
    NORM1,
    RMS,
    AMAX,
    AMIN,
    DOT;

    static Optional<Fold> named(String name) {
        for (Fold fold : values()) {
            if (fold.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(fold);
            }
        }
        return Optional.empty();
    }

    double start() {
        return switch (this) {
            case AMAX -> Double.NEGATIVE_INFINITY;
            case AMIN -> Double.POSITIVE_INFINITY;
            case SUM, MEAN, NORM, NORM1, RMS, DOT -> 0;
        };
    }

    double add(double total, double x) {
        return switch (this) {
            case SUM, MEAN, DOT -> total + x;
            case NORM, RMS -> total + x * x;
            case NORM1 -> total + Math.abs(x);
            case AMAX -> Math.max(total, x);
            case AMIN -> Math.min(total, x);
        };
    }

    double finish(double total, int count) {
        return switch (this) {
            case SUM, NORM1, DOT, AMAX, AMIN -> total;
            case MEAN -> total / count;
            case NORM -> Math.sqrt(total);
            case RMS -> Math.sqrt(total / count);
        };
    }
}
