package org.descant.speed;

import java.util.Optional;
import org.descant.runtime.ElementType;

/**
 * What was measured of a rule on a model of one size.
 *
 * @param nanos for each element of the model, a step
 * @param moved the values that a step moves between memory and processor for each element
 * @param limit the nanoseconds that a rule takes which moves as many and does nothing else
 * @param c what the same equations take in C; nothing where there is no C compiler
 * @param limitShare the limit as a share of the time: 1 is as fast as memory allows
 * @param cShare the time in C as a share of the time: 1 is as fast as C
 */
public record Speed(
        String rule,
        ElementType type,
        int elements,
        double nanos,
        int moved,
        double limit,
        double limitShare,
        Optional<Double> c,
        Optional<Double> cShare) {
    /** The bytes that go between memory and processor in a nanosecond, which is GB/s. */
    public double bandwidth() {
        return moved * bytes() / nanos;
    }

    private int bytes() {
        return type == ElementType.FLOAT ? Float.BYTES : Double.BYTES;
    }
}
