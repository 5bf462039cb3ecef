package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.descant.runtime.ElementType;

/**
 * Constants in Java: the shortest decimal that is read back as the same bits while that is short, as a person would write it, and hex
 * with the decimal beside it otherwise. (What {@code toString} gives is not the shortest before JDK 19.)
 */
final class Literals {
    private static final int SHORT = 9;

    private Literals() {}

    /** A literal or, for infinities and NaN, the name of a constant. */
    static Fragment of(double value, ElementType type) {
        return switch (type) {
            case FLOAT -> ofFloat((float) value);
            case DOUBLE -> ofDouble(value);
        };
    }

    /** The shortest decimal that is read back as the same double, as a rule would write it. */
    static String decimal(double value) {
        return plain(shortest(value, 17, false), value, false);
    }

    private static Fragment ofDouble(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Fragment.primary(CodeBlock.of("$T.$L", Double.class, special(value)));
        }
        if (value == Math.PI) {
            return Fragment.primary(CodeBlock.of("$T.PI", Math.class));
        }
        BigDecimal decimal = shortest(value, 17, false);
        String text = decimal.precision() <= SHORT
                ? plain(decimal, value, true)
                : Double.toHexString(value) + " /* " + decimal + " */";
        return signed(text, value);
    }

    private static Fragment ofFloat(float value) {
        if (Float.isNaN(value) || Float.isInfinite(value)) {
            return Fragment.primary(CodeBlock.of("$T.$L", Float.class, special(value)));
        }
        return signed(plain(shortest(value, 9, true), value, false) + "f", value);
    }

    private static Fragment signed(String text, double value) {
        CodeBlock code = CodeBlock.of("$L", text);
        return 1 / value < 0 || value < 0 ? Fragment.unary(code) : Fragment.primary(code);
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
    }

    private static BigDecimal shortest(double value, int most, boolean asFloat) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < most; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (asFloat ? rounded.floatValue() == value : rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(most, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static String plain(BigDecimal decimal, double value, boolean withPoint) {
        String sign = value == 0 && 1 / value < 0 ? "-" : "";
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (decimal.signum() != 0 && (exponent < -3 || exponent > 6)) {
            String digits = decimal.unscaledValue().abs().toString();
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            return (decimal.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
        }
        String text = decimal.toPlainString();
        return sign + (withPoint && decimal.scale() <= 0 ? text + ".0" : text);
    }
}
