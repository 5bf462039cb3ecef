package org.descant.harness.reference;

import static java.lang.Math.PI;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.pow;

import org.descant.runtime.Schedule;

/** Schedules of a learning rate, written out by hand. Each counts completed updates k, so that the first update has k = 0. */
public final class ReferenceSchedules {
    private ReferenceSchedules() {}

    /** The same value at every step. */
    public static Schedule constant(double base) {
        return k -> base;
    }

    /**
     * The value {@code base}, from each boundary on that of the same place.
     *
     * @param boundaries in ascending order
     */
    public static Schedule piecewiseConstant(double base, double[] boundaries, double... values) {
        return k -> {
            double value = base;
            for (int i = 0; i < boundaries.length; i++) {
                if (k >= boundaries[i]) {
                    value = values[i];
                }
            }
            return value;
        };
    }

    /** Exponential decay: base exp(-rate k). Zhang et al., Dive into Deep Learning, section 12.11. */
    public static Schedule exponential(double base, double rate) {
        return k -> base * exp(-rate * k);
    }

    /** Polynomial decay: base (beta k + 1)^-alpha. Zhang et al., Dive into Deep Learning, section 12.11. */
    public static Schedule polynomial(double base, double alpha, double beta) {
        return k -> base * pow(beta * k + 1, -alpha);
    }

    /** Multiplied by alpha at every step, never below a floor. Zhang et al., Dive into Deep Learning, section 12.11. */
    public static Schedule factor(double base, double alpha, double floor) {
        return k -> Math.max(floor, base * pow(alpha, (double) k));
    }

    /** Multiplied by alpha at each boundary. Zhang et al., Dive into Deep Learning, section 12.11. */
    public static Schedule multiFactor(double base, double alpha, double... boundaries) {
        return k -> {
            double passed = 0;
            for (double boundary : boundaries) {
                passed += k >= boundary ? 1 : 0;
            }
            return base * pow(alpha, passed);
        };
    }

    /**
     * Half a cosine from {@code base} down to {@code end} within {@code total} steps, {@code end} afterwards. Loshchilov
     * &amp; Hutter (2017), arXiv:1608.03983, equation 5 with one run.
     */
    public static Schedule cosine(double base, double total, double end) {
        return k -> end + (base - end) * (0.5 * (1 + cos(PI * Math.min((double) k, total) / total)));
    }

    /**
     * A line from {@code start} to {@code base}, then half a cosine down to {@code end}; {@code total} counts the warm-up.
     * Goyal et al. (2017), arXiv:1706.02677, section 2.2, and Loshchilov &amp; Hutter (2017), arXiv:1608.03983.
     */
    public static Schedule warmupCosine(double base, long warmup, long total, double start, double end) {
        Schedule cool = cosine(base, (double) (total - warmup), end);
        return k -> k < warmup ? start + (base - start) * k / warmup : cool.value(k - warmup);
    }
}
