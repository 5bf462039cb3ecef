package org.descant.speed.twin;

import org.descant.compiler.plan.Plan;
import org.descant.runtime.ElementType;
import org.descant.speed.c.CSource;

/** The C of a plan, compiled and loaded. */
final class TwinLibrary implements AutoCloseable {
    private final Plan plan;
    private final CSource source;
    private final long library;
    private final long step;

    TwinLibrary(Plan plan, ElementType type, Gcc gcc) {
        this.plan = plan;
        source = CSource.of(plan, type);
        library = NativeCode.open(gcc.compile(source.text()).toString());
        step = NativeCode.function(library, "step");
    }

    Plan plan() {
        return plan;
    }

    CSource source() {
        return source;
    }

    long loop(int sweep, int loop) {
        return NativeCode.function(library, CSource.function(sweep, loop));
    }

    /** Steps on one matrix, which may leave the arrays in another order; the nanoseconds that they took. */
    long step(Object[] arrays, double[] numbers, boolean[] flags, long rows, long cols, int times) {
        return NativeCode.call(step, arrays, numbers, flags, new long[] {rows, cols}, times);
    }

    @Override
    public void close() {
        NativeCode.close(library);
    }
}
