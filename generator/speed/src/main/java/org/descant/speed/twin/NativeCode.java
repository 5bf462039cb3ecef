package org.descant.speed.twin;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Functions of shared libraries that are made while the program runs. {@link Gcc} makes and loads the bridge to them. */
final class NativeCode {
    private NativeCode() {}

    static void load(Path bridge) {
        System.load(bridge.toAbsolutePath().toString());
    }

    static native long open(String library);

    static native void close(long library);

    static native long function(long library, String name);

    /**
     * Calls a function several times.
     *
     * @param arrays arrays of floats or doubles; null where the function takes none
     * @return the nanoseconds of processor time that the calls took
     */
    static native long call(
            long function, @Nullable Object[] arrays, double[] numbers, boolean[] flags, long[] sizes, int times);
}
