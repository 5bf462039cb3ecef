package org.descant.speed.twin;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Gradients whose signs are turned from time to time while steps are measured. Of gradients that stay what they are, averages of differences become subnormal, with which
 * processors take longer: that is no time of a rule.
 */
public final class TurningGradient {
    /** Steps after which they are turned: half of a difference fifty times over is still a normal float. */
    private static final int STEPS = 50;

    private final List<Object> gradients;
    private int left = STEPS;

    /** @param gradients each a {@code float[]} or {@code double[]}, which is written to */
    public TurningGradient(List<Object> gradients) {
        this.gradients = List.copyOf(gradients);
    }

    /**
     * Makes steps, and turns the gradients between some of them, which does not count.
     *
     * @param some makes so many steps
     * @return the nanoseconds that one step takes, in the mean
     */
    public double nanos(int steps, IntToDoubleFunction some) {
        double all = 0;
        int made = 0;
        while (made < steps) {
            int next = Math.min(left, steps - made);
            all += next * some.applyAsDouble(next);
            made += next;
            left -= next;
            if (left == 0) {
                gradients.forEach(TurningGradient::turn);
                left = STEPS;
            }
        }
        return all / steps;
    }

    private static void turn(Object gradient) {
        if (gradient instanceof float[] floats) {
            for (int i = 0; i < floats.length; i++) {
                floats[i] = -floats[i];
            }
        } else {
            double[] doubles = (double[]) gradient;
            for (int i = 0; i < doubles.length; i++) {
                doubles[i] = -doubles[i];
            }
        }
    }
}
