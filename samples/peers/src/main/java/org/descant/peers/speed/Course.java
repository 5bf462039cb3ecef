package org.descant.peers.speed;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** A contender at work on a model of its own. Called on one thread. */
public interface Course extends AutoCloseable {
    /** The clock. */
    ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Steps between two gradients: no state becomes subnormal before the next one, though the first of them may have zeroed or overwritten it. */
    int STRETCH = 250;

    /** Puts the gradient of {@link Numbers} in place in all tensors, as a backward pass does before every step. It is not timed. */
    void refill();

    /** One step. */
    void step();

    /** The values of the last tensor. */
    double[] values();

    /** The nanoseconds of this thread's processor time that a step takes, of so many. */
    default double nanos(int steps) {
        long sum = 0;
        for (int done = 0; done < steps; done += STRETCH) {
            refill();
            int stretch = Math.min(STRETCH, steps - done);
            long begin = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < stretch; i++) {
                step();
            }
            sum += THREADS.getCurrentThreadCpuTime() - begin;
        }
        return (double) sum / steps;
    }

    /** Frees the model. */
    @Override
    void close();
}
