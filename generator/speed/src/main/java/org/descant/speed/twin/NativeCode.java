package org.descant.speed.twin;

import java.nio.file.Path;

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
     * @param arrays arrays of floats or doubles; where the function lets them change places, they have changed afterwards
     * @return the nanoseconds of processor time that the calls took
     */
    static native long call(long function, Object[] arrays, double[] numbers, boolean[] flags, long[] sizes, int times);
}
