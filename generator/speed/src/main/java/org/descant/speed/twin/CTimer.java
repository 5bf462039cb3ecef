package org.descant.speed.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Plan;
import org.descant.runtime.ElementType;
import org.jspecify.annotations.Nullable;

/** Times steps in C on arrays of its own. Where steps differ, as under {@code when}, each kind is taken as often as it was seen. */
public final class CTimer {
    private final TwinLibrary library;
    private final int rows;
    private final int cols;
    private final @Nullable Object[] arrays;
    private final Map<List<Boolean>, Seen> kinds = new LinkedHashMap<>();
    private int seen;

    /** A kind of step, with how often it was seen. */
    private static final class Seen {
        private final Given given;
        private int times;

        private Seen(Given given) {
            this.given = given;
        }
    }

    CTimer(TwinLibrary library, ElementType type, int rows, int cols) {
        this.library = library;
        this.rows = rows;
        this.cols = cols;
        arrays = arrays(type);
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
            long nanos = library.step(arrays, kind.given.values(), kind.given.conditions(), rows, cols, times);
            sum += share * nanos / times;
        }
        return sum;
    }

    private @Nullable Object[] arrays(ElementType type) {
        Plan plan = library.plan();
        int firstCell = library.source().firstCell();
        @Nullable Object[] made = new @Nullable Object[library.source().arrays()];
        int last = made.length - 1;
        plan.sweeps().stream()
                .flatMap(sweep -> sweep.allLoops().stream())
                .flatMap(loop -> loop.buffers().stream())
                .filter(buffer -> !buffer.isCell())
                .map(Buffer::number)
                .distinct()
                .forEach(number -> made[number] = some(type, number, Math.multiplyExact(rows, cols)));
        for (int cell = firstCell; cell < last; cell++) {
            boolean isOfMatrices = plan.cells().get(cell - firstCell).space().isOfMatrices();
            made[cell] = isOfMatrices ? new double[] {1} : some(type, cell, Math.max(rows, cols));
        }
        int reductions = plan.sweeps().stream()
                .mapToInt(sweep -> sweep.reductions().size())
                .sum();
        made[last] = new double[reductions + 1];
        return made;
    }

    /** Numbers of a size at which nothing becomes subnormal or infinite; values and gradients have both signs. */
    private static Object some(ElementType type, int seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        double least = seed < 2 ? -1e-2 : 1e-3;
        if (type == ElementType.DOUBLE) {
            double[] array = new double[length];
            for (int i = 0; i < length; i++) {
                array[i] = random.nextDouble(least, 1e-2);
            }
            return array;
        }
        float[] array = new float[length];
        for (int i = 0; i < length; i++) {
            array[i] = (float) random.nextDouble(least, 1e-2);
        }
        return array;
    }
}
