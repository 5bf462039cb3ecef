package org.descant.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The vector form of a class, called so that C2 leaves the calls what they are. Where it puts a small kernel in the place of its call, and that in the place of another, it
 * reaches its limit of depth ({@code MaxInlineLevel}) inside the Vector API, and vectors become objects. It does so with no call of a method handle that is not a constant.
 */
final class VectorCalls {
    private final VectorLoops form;
    private final MethodHandle loop;
    private final MethodHandle rowLoop;
    private final MethodHandle sweep;
    private final MethodHandle reduce;
    private final MethodHandle addRows;

    VectorCalls(VectorLoops form) {
        this.form = form;
        loop = handle("loop", MethodType.methodType(int.class, int.class, int.class, Block.class));
        rowLoop = handle("rowLoop", MethodType.methodType(int.class, int.class, int.class, Block.class));
        sweep = handle("sweep", MethodType.methodType(int.class, int.class, Block.class));
        reduce = handle("reduce", MethodType.methodType(void.class, int.class, int.class, Block.class, double[].class));
        addRows = handle(
                "addRows",
                MethodType.methodType(void.class, float[].class, int.class, int.class, int.class, double[].class));
    }

    private static MethodHandle handle(String name, MethodType type) {
        try {
            return MethodHandles.lookup().findVirtual(VectorLoops.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The form itself, which says what it has. */
    VectorLoops form() {
        return form;
    }

    /** {@link VectorLoops#loop}. */
    int loop(int sweep, int number, Block block) {
        try {
            return (int) loop.invokeExact(form, sweep, number, block);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    /** {@link VectorLoops#rowLoop}. */
    int rowLoop(int sweep, int number, Block block) {
        try {
            return (int) rowLoop.invokeExact(form, sweep, number, block);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    /** {@link VectorLoops#sweep}. */
    int sweep(int number, Block block) {
        try {
            return (int) sweep.invokeExact(form, number, block);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    /** {@link VectorLoops#reduce}. */
    void reduce(int sweep, int number, Block block, double[] results) {
        try {
            reduce.invokeExact(form, sweep, number, block, results);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    /** {@link VectorLoops#addRows}. */
    void addRows(float[] terms, int from, int length, int rows, double[] results) {
        try {
            addRows.invokeExact(form, terms, from, length, rows, results);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    /** No method of a form declares an exception. */
    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
    }
}
