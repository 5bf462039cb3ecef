package org.descant.grammar.format;

import java.math.BigDecimal;
import org.descant.grammar.syntax.NumberLiteral;

/** Numbers as numerals of the language. */
final class Numerals {
    private static final String NUMERAL = "[0-9][0-9_]*+(\\.[0-9][0-9_]*+)?([eE][+-]?[0-9][0-9_]*+)?";

    private Numerals() {}

    /** What the author wrote, or the shortest numeral of the value. */
    static String print(NumberLiteral number) {
        String written = number.span().text().replace('−', '-');
        return written.matches(NUMERAL) && Double.parseDouble(written.replace("_", "")) == number.value()
                ? written
                : shortest(number.value());
    }

    private static String shortest(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return Long.toString((long) value);
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        return exponent < -3 || exponent > 6
                ? decimal.movePointLeft(exponent).toPlainString() + "e" + exponent
                : decimal.toPlainString();
    }
}
