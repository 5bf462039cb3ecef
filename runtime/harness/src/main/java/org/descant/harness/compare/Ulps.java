package org.descant.harness.compare;

import java.util.OptionalLong;
import org.descant.runtime.ElementType;

/**
 * Distances between floating-point numbers, counted in the numbers that lie between: 0 between equal ones, 1 between neighbours.
 *
 * <p>−0 and 0 are one place; ∞ is the neighbour of the largest number; NaN is 0 from NaN and has no distance to anything else.
 */
public final class Ulps {
    private Ulps() {}

    /** The distance in the type; of floats that are held in doubles, or of doubles. */
    public static OptionalLong between(ElementType type, double a, double b) {
        return switch (type) {
            case FLOAT -> between((float) a, (float) b);
            case DOUBLE -> between(a, b);
        };
    }

    /** The distance of two floats. */
    public static OptionalLong between(float a, float b) {
        if (Float.isNaN(a) || Float.isNaN(b)) {
            return Float.isNaN(a) && Float.isNaN(b) ? OptionalLong.of(0) : OptionalLong.empty();
        }
        return OptionalLong.of(Math.abs((long) place(a) - place(b)));
    }

    /** The distance of two doubles; {@link Long#MAX_VALUE} stands for all that are larger. */
    public static OptionalLong between(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.isNaN(a) && Double.isNaN(b) ? OptionalLong.of(0) : OptionalLong.empty();
        }
        long high = Math.max(place(a), place(b));
        long low = Math.min(place(a), place(b));
        long distance = high - low;
        return OptionalLong.of(distance < 0 ? Long.MAX_VALUE : distance);
    }

    /** Numbers in their order, counted from 0. */
    private static int place(float x) {
        int bits = Float.floatToIntBits(x);
        return bits < 0 ? Integer.MIN_VALUE - bits : bits;
    }

    private static long place(double x) {
        long bits = Double.doubleToLongBits(x);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }
}
