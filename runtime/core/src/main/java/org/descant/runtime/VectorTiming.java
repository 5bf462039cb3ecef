package org.descant.runtime;

import java.util.Arrays;

/**
 * The times of both forms of a loop, taken in turn until the JVM has compiled both or the patience is over. The Vector API is a hundred times slower than
 * anything else until it is compiled.
 */
final class VectorTiming {
    private static final int CALLS = 8;
    private static final int TURNS = 15;

    /** Medians of so many turns, of which the median decides. */
    private static final int LAST = 5;

    /** Nanoseconds in which both forms are run before a time counts. */
    private static final long WARM_UP = 300_000_000L;

    /** Times the other form's that the Vector API takes as long as it is not compiled, at the least. */
    private static final double INTERPRETED = 4;

    /** How often in a row it must have been faster than that to be compiled. */
    private static final int SETTLED = 30;

    /** Nanoseconds after which the vector form is given up. */
    private static final long PATIENCE = 3_000_000_000L;

    private VectorTiming() {}

    /**
     * Gives both forms time to be compiled, and the vector form more if it is far behind: then it is not compiled.
     *
     * @param most what the time of the vector form must be less than, as a share of that of the other
     */
    static boolean isFaster(Runnable plain, Runnable vector, double most) {
        long begin = System.nanoTime();
        double[] last = new double[LAST];
        Arrays.fill(last, Double.POSITIVE_INFINITY);
        int compiled = 0;
        for (int i = 0; isUndecided(System.nanoTime() - begin, compiled, median(last) >= most); i++) {
            last[i % LAST] = share(plain, vector);
            compiled = last[i % LAST] < INTERPRETED ? compiled + 1 : 0;
        }
        return median(last) < most;
    }

    private static boolean isUndecided(long passed, int compiled, boolean isSlow) {
        return passed < WARM_UP || (isSlow && compiled < SETTLED && passed < PATIENCE);
    }

    /** What the vector form takes as a share of the other, as the median of some turns. */
    private static double share(Runnable plain, Runnable vector) {
        double[] shares = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            double one = time(plain);
            shares[turn] = time(vector) / one;
        }
        return median(shares);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double time(Runnable form) {
        long begin = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            form.run();
        }
        return Math.max(1, System.nanoTime() - begin);
    }
}
