package org.descant.compiler.ir;

import java.math.BigInteger;

/** An option and what was chosen: {@code true}, {@code false} or an integer, as text. */
public record OptionValue(String name, String doc, String defaultValue, String value) {
    /** The size of the largest and of the smallest integer. */
    public static final int LARGEST = Integer.MAX_VALUE;

    /** What an option is that is neither true nor false, as messages say it. */
    public static final String INTEGER = "an integer of 32 bits, from -" + LARGEST + " to " + LARGEST;

    /** Whether it is true or false; otherwise it is an integer. */
    public boolean isTruth() {
        return isTruth(defaultValue);
    }

    /** Whether a text is something that this option can be. */
    public boolean takes(String text) {
        return isTruth() ? isTruth(text) : isWhole(text) && isSmall(new BigInteger(text));
    }

    /** What this option can be, for somebody who gave it a text that it does not take. */
    public String expected(String text) {
        if (isTruth()) {
            return "true or false";
        }
        return isWhole(text) ? INTEGER : "an integer";
    }

    private static boolean isTruth(String text) {
        return text.equals("true") || text.equals("false");
    }

    private static boolean isSmall(BigInteger number) {
        return number.abs().compareTo(BigInteger.valueOf(LARGEST)) <= 0;
    }

    private static boolean isWhole(String text) {
        return text.matches("-?[0-9]+");
    }
}
