package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortFormatTest {
    /** Every bfloat16 is the upper half of a float; halfway between two, the one whose last bit is 0 is nearest. */
    @Test
    void bf16_everyValueAndEveryMiddle_isNearestEven() {
        for (int high = 0; high < 0x7f80; high++) {
            double value = Float.intBitsToFloat(high << 16);
            double next = high == 0x7f7f ? 0x1p128 : Float.intBitsToFloat((high + 1) << 16);
            double even = (high & 1) == 0 ? value : Float.intBitsToFloat((high + 1) << 16);
            check(Numeric.bf16(value), value, value);
            check(Numeric.bf16(-value), -value, -value);
            double middle = (value + next) / 2;
            check(Numeric.bf16(middle), even, middle);
            check(Numeric.bf16(Math.nextDown(middle)), value, Math.nextDown(middle));
            check(Numeric.bf16(-Math.nextUp(middle)), -Float.intBitsToFloat((high + 1) << 16), -Math.nextUp(middle));
            check(Numeric.bf16((float) middle), even, middle);
            check(Numeric.bf16(Math.nextDown((float) middle)), value, middle);
        }
    }

    @Test
    void f16_everyValueAndEveryMiddle_isNearestEven() {
        for (int bits = 0; bits < 0x7c00; bits++) {
            double value = half(bits);
            double next = bits == 0x7bff ? 0x1p16 : half(bits + 1);
            double above = bits == 0x7bff ? Double.POSITIVE_INFINITY : next;
            double even = (bits & 1) == 0 ? value : above;
            check(Numeric.f16(value), value, value);
            check(Numeric.f16(-value), -value, -value);
            double middle = (value + next) / 2;
            check(Numeric.f16(middle), even, middle);
            check(Numeric.f16(Math.nextDown(middle)), value, Math.nextDown(middle));
            check(Numeric.f16(-Math.nextUp(middle)), -above, -Math.nextUp(middle));
            check(Numeric.f16((float) middle), even, middle);
            check(Numeric.f16(Math.nextDown((float) middle)), value, middle);
            check(Numeric.f16(Math.nextUp((float) middle)), above, middle);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
        "1e300, Infinity",
        "-1e300, -Infinity",
        "-1e-300, -0.0",
        "4.9e-324, 0.0"
    })
    void bothFormats_outsideTheirRange(double x, double expected) {
        assertThat(Numeric.bf16(x)).isEqualTo(Double.valueOf(expected));
        assertThat(Numeric.f16(x)).isEqualTo(Double.valueOf(expected));
    }

    /** Rounding first to float would make a middle of this and go to the even neighbour. */
    @Test
    void bf16_doubleJustAboveAMiddle_isRoundedOnce() {
        double x = 1 + 0x1p-8 + 0x1p-40;
        assertThat(Numeric.bf16(x)).isEqualTo(1 + 0x1p-7);
        assertThat(Numeric.bf16((float) x)).isEqualTo(1f);
    }

    @Test
    void f32_double_isTheNearestFloat() {
        assertThat(Numeric.f32(0.1)).isEqualTo((double) 0.1f);
        assertThat(Numeric.f32(1e300)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Numeric.f32(0.1f)).isEqualTo(0.1f);
    }

    private static double half(int bits) {
        int exponent = bits >> 10;
        int fraction = bits & 0x3ff;
        return exponent == 0 ? fraction * 0x1p-24 : Math.scalb(1024.0 + fraction, exponent - 25);
    }

    private static void check(double actual, double expected, double of) {
        if (Double.compare(actual, expected) != 0) {
            assertThat(actual).as("rounded %s", of).isEqualTo(Double.valueOf(expected));
        }
    }
}
