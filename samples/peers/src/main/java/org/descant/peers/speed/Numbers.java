package org.descant.peers.speed;

/** What every tensor of every contender begins with. */
public final class Numbers {
    private static final long SPREAD = 2_654_435_761L;

    private Numbers() {}

    /** The values of a tensor before the first step, between 0 and 1. */
    public static float[] values(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = 0.01f * (i % 97);
        }
        return values;
    }

    /** The gradient of a tensor in all steps: between −0.01 and 0.01, and never 0. */
    public static float[] gradient(int length) {
        float[] gradient = new float[length];
        for (int i = 0; i < length; i++) {
            gradient[i] = 0.01f * (i * SPREAD % 1000 - 500.5f) / 500;
        }
        return gradient;
    }

    /** The same as doubles. */
    public static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = numbers[i];
        }
        return doubles;
    }
}
