package org.descant.peers.speed;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.speed.Stopwatch;

/** A contender at work, with the times of its rounds. */
final class Entrant implements AutoCloseable {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** How long a round is at least, in nanoseconds. */
    private static final double ROUND = 50e6;

    private final String name;
    private final Workload workload;
    private final Size size;
    private final Course course;
    private final Optional<Double> deviation;
    private final int steps;
    private final List<Double> nanos = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> allocated = new ArrayList<>();
    private final List<Double> elsewhere = new ArrayList<>();

    /** Puts a contender to work, sees what it computes and runs it until it becomes no faster. */
    Entrant(Contender contender, Workload workload, Size size) throws Exception {
        this.name = contender.name();
        this.workload = workload;
        this.size = size;
        course = contender.start(workload, size);
        try {
            deviation = contender.isRule() && !size.isLarge()
                    ? Optional.of(Exact.deviation(course, workload, size))
                    : Optional.empty();
            Stopwatch.warmUp(times -> Stopwatch.nanos(() -> course.nanos(1), times));
            steps = Stopwatch.times(() -> course.nanos(1), ROUND);
            course.nanos(steps);
        } catch (Throwable thrown) {
            course.close();
            throw thrown;
        }
    }

    /** Steps for a round; the nanoseconds that one took. */
    double round() {
        Thread thread = Thread.currentThread();
        long bytes = THREADS.getThreadAllocatedBytes(thread.getId());
        long here = THREADS.getCurrentThreadCpuTime();
        long everywhere = SYSTEM.getProcessCpuTime();
        double measured = course.nanos(steps);
        double own = Math.max(1, THREADS.getCurrentThreadCpuTime() - here);
        elsewhere.add(Math.max(0, SYSTEM.getProcessCpuTime() - everywhere - own) / own);
        allocated.add((double) (THREADS.getThreadAllocatedBytes(thread.getId()) - bytes) / steps);
        nanos.add(measured);
        return measured;
    }

    /** Takes what the last round is worth beside the yardstick. */
    void compare(double yardstick) {
        ratios.add(nanos.get(nanos.size() - 1) / yardstick);
    }

    Result result() {
        return new Result.Timed(
                name,
                workload,
                size,
                Stopwatch.median(nanos) / size.elements(),
                Stopwatch.median(ratios),
                Stopwatch.median(allocated),
                Stopwatch.median(elsewhere),
                deviation);
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        course.close();
    }
}
