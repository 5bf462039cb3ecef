package org.descant.speed.twin;

/** A function written in C, compiled with the flags of {@link Gcc}, which works on Java's own arrays. */
public final class CFunction implements AutoCloseable {
    private static final boolean[] NO_FLAGS = {};

    private final long library;
    private final long function;

    private CFunction(long library, long function) {
        this.library = library;
        this.function = function;
    }

    /**
     * Compiles a text and finds a function in it.
     *
     * @param name a function {@code void name(void **arrays, const double *numbers, const unsigned char *flags, const long *sizes)}, whose flags are none
     */
    public static CFunction of(String text, String name, Gcc gcc) {
        long library = NativeCode.open(gcc.compile(text).toString());
        return new CFunction(library, NativeCode.function(library, name));
    }

    /**
     * Calls the function several times on the same arguments.
     *
     * @param arrays arrays of floats or doubles
     * @return the nanoseconds of processor time that all calls took, without the way from Java to C
     */
    public long call(Object[] arrays, double[] numbers, long[] sizes, int times) {
        return NativeCode.call(function, arrays, numbers, NO_FLAGS, sizes, times);
    }

    @Override
    public void close() {
        NativeCode.close(library);
    }
}
