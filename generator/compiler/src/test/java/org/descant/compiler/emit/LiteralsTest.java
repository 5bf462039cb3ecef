package org.descant.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0, 0f",
        "-0.0, -0.0, -0f",
        "1, 1.0, 1f",
        "0.1, 0.1, 0.1f",
        "1e-8, 1e-8, 1e-8f",
        "2.5e-5, 2.5e-5, 2.5e-5f",
        "0.001, 0.001, 0.001f",
        "1e6, 1000000.0, 1000000f",
        "1e7, 1e7, 1e7f",
        "3.141592653589793, java.lang.Math.PI, 3.1415927f",
        "0.3333333333333333, 0x1.5555555555555p-2 /* 0.3333333333333333 */, 0.33333334f",
        "4.9e-324, 5e-324, 0f",
        "NaN, java.lang.Double.NaN, java.lang.Float.NaN",
        "-Infinity, java.lang.Double.NEGATIVE_INFINITY, java.lang.Float.NEGATIVE_INFINITY",
    })
    void constants_areAsShortAsTheyAreExact(double value, String asDouble, String asFloat) {
        assertThat(Literals.of(value, ElementType.DOUBLE).code()).hasToString(asDouble);
        assertThat(Literals.of(value, ElementType.FLOAT).code()).hasToString(asFloat);
    }

    @Test
    void decimal_isReadBackAsTheSameBits() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Literals.decimal(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void floats_areReadBackAsTheSameBits() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 20_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                String text = Literals.of(value, ElementType.FLOAT).code().toString();
                assertThat(Float.parseFloat(text)).isEqualTo(value);
            }
        }
    }
}
