package org.descant.harness.compare;

import java.util.Locale;
import java.util.OptionalLong;
import org.descant.runtime.ElementType;

/**
 * A number that is expected and the one that came.
 *
 * @param type the type of what came, which counts the ulps
 */
public record NumberPair(ElementType type, double expected, double actual) {
    /** |actual − expected|; 0 where both are the same infinity or NaN. */
    public double absolute() {
        return isSame() ? 0 : Math.abs(actual - expected);
    }

    /** The absolute error over |expected|; infinite where only that is 0. */
    public double relative() {
        return absolute() == 0 ? 0 : absolute() / Math.abs(expected);
    }

    /** Numbers of the type between the two; none between a NaN and a number. */
    public OptionalLong ulps() {
        return Ulps.between(type, expected, actual);
    }

    /** Whether they have the same bits, any NaN being as good as another; −0 is not 0. */
    public boolean isSame() {
        return Double.compare(expected, actual) == 0;
    }

    /** The bits of a number in its type, in hexadecimal. */
    public String bits(double number) {
        return switch (type) {
            case FLOAT -> String.format(Locale.ROOT, "%08x", Float.floatToIntBits((float) number));
            case DOUBLE -> String.format(Locale.ROOT, "%016x", Double.doubleToLongBits(number));
        };
    }

    /** The shortest decimal of a number in its type. */
    public String decimal(double number) {
        return type == ElementType.FLOAT && (float) number == number
                ? Float.toString((float) number)
                : Double.toString(number);
    }
}
