package org.descant.compiler.ir;

import java.math.BigInteger;

/** An option and what was chosen: {@code true}, {@code false} or an integer, as text. */
public record OptionValue(String name, String doc, String defaultValue, String value) {
    /** The size of the largest and of the smallest integer. */
    public static final int LARGEST = Integer.MAX_VALUE;

    /** Whether a text is an integer that an option can be. */
    public static boolean isInteger(String text) {
        return isWhole(text) && new BigInteger(text).abs().compareTo(BigInteger.valueOf(LARGEST)) <= 0;
    }

    /** Whether a text is an integer, of any size. */
    public static boolean isWhole(String text) {
        return text.matches("-?[0-9]+");
    }
}
