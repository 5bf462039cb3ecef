package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericTest {
    private static final double[] AWKWARD = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Double.MIN_NORMAL,
        1e-30,
        -0.5,
        0.5,
        1,
        -1,
        1.5,
        2.5,
        -2.5,
        1e10,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    @Test
    void sign_anyNumber_isSignum() {
        for (double x : AWKWARD) {
            assertThat(Numeric.sign(x)).as("sign(%s)", x).isEqualTo(Double.valueOf(Math.signum(x)));
            float narrow = (float) x;
            assertThat(Numeric.sign(narrow)).as("sign(%sf)", narrow).isEqualTo(Float.valueOf(Math.signum(narrow)));
        }
    }

    @Test
    void minAndMax_nanAndZeros_areOrdered() {
        assertThat(Numeric.max(-0.0, 0.0)).isEqualTo(Double.valueOf(0.0));
        assertThat(Numeric.min(0.0, -0.0)).isEqualTo(Double.valueOf(-0.0));
        assertThat(Numeric.max(-0f, 0f)).isEqualTo(Float.valueOf(0f));
        assertThat(Numeric.min(0f, -0f)).isEqualTo(Float.valueOf(-0f));
        assertThat(Numeric.max(Double.NaN, 1.0)).isNaN();
        assertThat(Numeric.min(1.0, Double.NaN)).isNaN();
        assertThat(Numeric.max(Float.NaN, 1f)).isNaN();
        assertThat(Numeric.min(1f, Float.NaN)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, 1, 1",
        "-2, 0, 1, 0",
        "0.5, 0, 1, 0.5",
        "-0.0, 0, 1, 0.0",
        "5, 3, 1, 3",
        "NaN, 0, 1, NaN",
        "0.5, NaN, 1, NaN",
        "0.5, 0, NaN, NaN",
        "Infinity, 0, 1, 1"
    })
    void clamp_isMaxOfLowAndMin(double x, double low, double high, double expected) {
        assertThat(Numeric.clamp(x, low, high)).isEqualTo(Double.valueOf(expected));
        assertThat(Numeric.clamp((float) x, (float) low, (float) high)).isEqualTo(Float.valueOf((float) expected));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 3, 1",
        "-7, 3, 2",
        "7, -3, -2",
        "-7, -3, -1",
        "6, 3, 0",
        "5.5, 2, 1.5",
        "1, 0, NaN",
        "Infinity, 3, NaN"
    })
    void mod_hasTheSignOfItsDivisor(double a, double b, double expected) {
        assertThat(Numeric.mod(a, b)).isEqualTo(Double.valueOf(expected));
        assertThat(Numeric.mod((float) a, (float) b)).isEqualTo(Float.valueOf((float) expected));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "1.5, 2", "2.5, 2", "-0.5, -0.0", "-1.5, -2", "0.49999999999999994, 0", "NaN, NaN"})
    void round_isHalfEven(double x, double expected) {
        assertThat(Numeric.round(x)).isEqualTo(Double.valueOf(expected));
    }

    @Test
    void above_anyNumbers_is1WhereTheFirstIsLarger() {
        for (double a : AWKWARD) {
            for (double b : AWKWARD) {
                assertThat(Double.doubleToRawLongBits(Numeric.above(a, b)))
                        .as("above(%s, %s)", a, b)
                        .isEqualTo(Double.doubleToRawLongBits(a > b ? 1 : 0));
                float first = (float) a;
                float second = (float) b;
                assertThat(Float.floatToRawIntBits(Numeric.above(first, second)))
                        .as("above(%sf, %sf)", first, second)
                        .isEqualTo(Float.floatToRawIntBits(first > second ? 1 : 0));
            }
        }
    }

    @Test
    void choose_anyNumbers_isOneOfThemBitForBit() {
        for (double yes : AWKWARD) {
            for (double no : AWKWARD) {
                assertThat(Double.doubleToRawLongBits(Numeric.choose(true, yes, no)))
                        .isEqualTo(Double.doubleToRawLongBits(yes));
                assertThat(Double.doubleToRawLongBits(Numeric.choose(false, yes, no)))
                        .isEqualTo(Double.doubleToRawLongBits(no));
                assertThat(Float.floatToRawIntBits(Numeric.choose(true, (float) yes, (float) no)))
                        .isEqualTo(Float.floatToRawIntBits((float) yes));
                assertThat(Float.floatToRawIntBits(Numeric.choose(false, (float) yes, (float) no)))
                        .isEqualTo(Float.floatToRawIntBits((float) no));
            }
        }
    }

    @Test
    void isfinite_onlyNumbers() {
        for (double x : AWKWARD) {
            assertThat(Numeric.isfinite(x)).as("isfinite(%s)", x).isEqualTo(Double.isFinite(x));
            assertThat(Numeric.isfinite((float) x)).as("isfinite(%sf)", x).isEqualTo(Float.isFinite((float) x));
        }
    }

    @Test
    void floatFunctions_areTheDoubleResultRoundedOnce() {
        for (double wide : AWKWARD) {
            float x = (float) wide;
            float y = 0.7f;
            same(Numeric.sqrt(x), Numeric.sqrt((double) x));
            same(Numeric.pow(x, y), Numeric.pow((double) x, (double) y));
            same(Numeric.exp(x), Numeric.exp((double) x));
            same(Numeric.expm1(x), Numeric.expm1((double) x));
            same(Numeric.log(x), Numeric.log((double) x));
            same(Numeric.log1p(x), Numeric.log1p((double) x));
            same(Numeric.tanh(x), Numeric.tanh((double) x));
            same(Numeric.sin(x), Numeric.sin((double) x));
            same(Numeric.cos(x), Numeric.cos((double) x));
            same(Numeric.erf(x), Numeric.erf((double) x));
            same(Numeric.cbrt(x), Numeric.cbrt((double) x));
            same(Numeric.hypot(x, y), Numeric.hypot((double) x, (double) y));
            same(Numeric.floor(x), Numeric.floor((double) x));
            same(Numeric.ceil(x), Numeric.ceil((double) x));
            same(Numeric.round(x), Numeric.round((double) x));
            same(Numeric.mod(x, y), Numeric.mod((double) x, (double) y));
            same(Numeric.abs(x), Numeric.abs((double) x));
        }
    }

    /** Bits of version 1: whoever changes one changes {@link Numeric#VERSION}. */
    @ParameterizedTest
    @CsvSource({
        "exp, 0x1.5bf0a8b14576ap1",
        "expm1, 0x1.b7e151628aed2p0",
        "log1p, 0x1.62e42fefa39efp-1",
        "tanh, 0x1.85efab514f394p-1",
        "sin, 0x1.aed548f090ceep-1",
        "cos, 0x1.14a280fb5068cp-1",
        "erf, 0x1.af767a741088bp-1"
    })
    void functions_ofOne_areTheBitsOfVersionOne(String function, String bits) {
        double value =
                switch (function) {
                    case "exp" -> Numeric.exp(1.0);
                    case "expm1" -> Numeric.expm1(1.0);
                    case "log1p" -> Numeric.log1p(1.0);
                    case "tanh" -> Numeric.tanh(1.0);
                    case "sin" -> Numeric.sin(1.0);
                    case "cos" -> Numeric.cos(1.0);
                    case "erf" -> Numeric.erf(1.0);
                    default -> throw new AssertionError(function);
                };
        assertThat(Double.toHexString(value)).isEqualTo(bits);
    }

    private static void same(float actual, double rounded) {
        assertThat(actual).isEqualTo(Float.valueOf((float) rounded));
    }
}
