package org.descant.speed.twin;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.descant.compiler.plan.Plan;
import org.descant.runtime.ElementType;
import org.descant.speed.c.CArrays;

/**
 * What a step in C works on: arrays like those of an optimizer with one matrix, as far apart. A step may leave them in another order.
 */
final class StepArrays {
    /** Bytes of an array before its elements. */
    private static final int HEADER = 16;

    private static final int PAGE = 4096;
    private static final int GAP = 512;

    private final TwinLibrary library;
    private final int rows;
    private final int cols;
    private final Object[] arrays;

    StepArrays(TwinLibrary library, ElementType type, int rows, int cols) {
        this.library = library;
        this.rows = rows;
        this.cols = cols;
        Plan plan = library.plan();
        CArrays places = library.source().arrays();
        arrays = new Object[places.count()];
        int elements = Math.multiplyExact(rows, cols);
        for (int place = 0; place < places.firstCell(); place++) {
            arrays[place] = array(type, place < places.ofCaller() ? elements : apart(type, elements));
        }
        for (int cell = 0; cell < plan.cells().size(); cell++) {
            boolean isOfMatrices = plan.cells().get(cell).space().isOfMatrices();
            arrays[places.firstCell() + cell] =
                    isOfMatrices ? new double[1] : array(type, apart(type, Math.max(rows, cols)));
        }
        int reductions = plan.sweeps().stream()
                .mapToInt(sweep -> sweep.reductions().size())
                .sum();
        arrays[places.results()] = new double[reductions + 1];
    }

    private static Object array(ElementType type, int length) {
        return type == ElementType.FLOAT ? new float[length] : new double[length];
    }

    /** The length of an array that does not lie nearly whole pages before the next one: as the runtime lays its own. */
    static int apart(ElementType type, int length) {
        int bytes = type == ElementType.FLOAT ? Float.BYTES : Double.BYTES;
        long size = HEADER + (long) bytes * length;
        long toPage = Math.min(size % PAGE, PAGE - size % PAGE);
        boolean isNear = size >= PAGE && toPage < GAP / 2 && length < Integer.MAX_VALUE / 2;
        return isNear ? length + GAP / bytes : length;
    }

    /** Numbers of a size at which nothing becomes subnormal or infinite; values and gradients have both signs. */
    StepArrays fill() {
        CArrays places = library.source().arrays();
        for (int place = 0; place < places.results(); place++) {
            SplittableRandom random = new SplittableRandom(place);
            double least = place < places.ofCaller() ? -1e-2 : 1e-3;
            if (arrays[place] instanceof float[] floats) {
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) random.nextDouble(least, 1e-2);
                }
            } else {
                Arrays.setAll((double[]) arrays[place], i -> random.nextDouble(least, 1e-2));
            }
        }
        return this;
    }

    /** The gradients of a step. */
    List<Object> gradients() {
        return List.of(arrays).subList(1, library.source().arrays().ofCaller());
    }

    /** The array of a place. */
    Object array(int place) {
        return arrays[place];
    }

    /** Makes steps; the nanoseconds of processor time that they took. */
    long step(Given given, int times) {
        return library.step(arrays, given.values(), given.conditions(), rows, cols, times);
    }
}
