package org.descant.speed;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** Measures the processor time of something that is done again and again. */
public final class Stopwatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    /** Runs that are no part of a warm-up: the third step of a rule may try a vector form out, which takes seconds. */
    private static final int FIRST = 3;

    /** Until then the JVM may not have compiled what runs; without it nothing is known. */
    private static final double LEAST_WARM_UP = 0.4e9;

    private static final double MOST_WARM_UP = 4e9;
    private static final double WINDOW = 20e6;

    /** Windows in a row that are no faster than those before them, with no compiler at work: then what runs is compiled. */
    private static final int STEADY = 15;

    private static final double FASTER = 0.97;
    private static final int ESTIMATES = 5;

    private Stopwatch() {}

    /** The nanoseconds of this thread's processor time that one run takes, of some runs. */
    public static double nanos(Runnable work, int times) {
        long begin = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return (double) (THREADS.getCurrentThreadCpuTime() - begin) / times;
    }

    /** Something that is run again and again, and timed. */
    public interface Timed {
        /** Makes so many runs, and says how many nanoseconds one took. */
        double nanos(int times);
    }

    /** Runs something until it becomes no faster. */
    public static void warmUp(Timed work) {
        work.nanos(FIRST);
        long begin = System.nanoTime();
        double best = work.nanos(1);
        int steady = 0;
        long compiling = COMPILER.getTotalCompilationTime();
        while (true) {
            int times = times(best, WINDOW);
            double next = work.nanos(times);
            long compiled = COMPILER.getTotalCompilationTime();
            steady = next < FASTER * best || compiled != compiling ? 0 : steady + 1;
            compiling = compiled;
            best = Math.min(best, next);
            double elapsed = System.nanoTime() - begin;
            if (elapsed > MOST_WARM_UP || (elapsed > LEAST_WARM_UP && steady >= STEADY)) {
                return;
            }
        }
    }

    /** How many runs take so long, by the median of a few measurements: one alone may have waited for memory, or for other work. */
    public static int times(DoubleSupplier nanos, double total) {
        return times(median(Stream.generate(nanos::getAsDouble).limit(ESTIMATES).toList()), total);
    }

    /** How many runs take so long. */
    public static int times(double nanos, double total) {
        return (int) Math.max(1, Math.min(1 << 20, total / Math.max(1, nanos)));
    }

    /** The median; of an even number the mean of the two in the middle. */
    public static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
