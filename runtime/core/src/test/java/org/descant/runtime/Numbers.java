package org.descant.runtime;

import java.util.Random;

/** Numbers to train on: the same for the same seed. */
final class Numbers {
    private Numbers() {}

    static float[] floats(long seed, int length) {
        float[] values = new float[length];
        fill(seed, values);
        return values;
    }

    static double[] doubles(long seed, int length) {
        Random random = new Random(seed);
        return random.doubles(length, -1, 1).toArray();
    }

    static void fill(long seed, float[] values) {
        Random random = new Random(seed);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() * 2 - 1;
        }
    }
}
