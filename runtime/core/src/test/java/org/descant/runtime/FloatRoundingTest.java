package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatRoundingTest {
    private static final int ROOM = 1 << 15;

    @ParameterizedTest
    @ValueSource(floats = {1, -1, 1.9999999f, 0x1.fffffep127f, -0x1p127f, Float.MIN_NORMAL, 3.1415927f})
    void isCertain_aroundHalfWay_isFalse(float x) {
        long half = Double.doubleToRawLongBits(x) + (1L << 28);
        for (int away : new int[] {0, 1, -1, 100, -100, ROOM, -ROOM}) {
            assertThat(FloatRounding.isCertain(Double.longBitsToDouble(half + away)))
                    .as("%d", away)
                    .isFalse();
        }
        assertThat(FloatRounding.isCertain(Double.longBitsToDouble(half + ROOM + 1)))
                .isTrue();
        assertThat(FloatRounding.isCertain(Double.longBitsToDouble(half - ROOM - 1)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(floats = {1, -1, 2, 0x1.fffffep127f, Float.MIN_NORMAL, 3.1415927f})
    void isCertain_aroundFloats_isTrue(float x) {
        for (int away : new int[] {0, 1, -1, ROOM, -ROOM}) {
            assertThat(FloatRounding.isCertain(Double.longBitsToDouble(Double.doubleToRawLongBits(x) + away)))
                    .isTrue();
        }
    }

    @Test
    void isCertain_itself_roundsAsAllWithinTheError() {
        SplittableRandom random = new SplittableRandom(3);
        int certain = 0;
        for (int i = 0; i < 20_000; i++) {
            double near = Math.scalb(random.nextDouble(1, 2), random.nextInt(-125, 127));
            // Half of them within a few times the error of half-way.
            near = i % 2 == 0
                    ? near
                    : (double) (float) near * (1 + random.nextDouble(-0x1p-35, 0x1p-35)) + Math.ulp((float) near) / 2;
            if (FloatRounding.isCertain(near)) {
                certain++;
                assertThat((float) (near * (1 + 0x1p-38))).isEqualTo((float) near);
                assertThat((float) (near * (1 - 0x1p-38))).isEqualTo((float) near);
            }
        }
        assertThat(certain).isBetween(15_000, 19_900);
    }

    @Test
    void isCertain_uncertain_isFalse() {
        assertThat(FloatRounding.isCertain(FloatRounding.UNCERTAIN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(floats = {1, -1, 0.3f, -1e30f, Float.MIN_NORMAL, -Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE})
    void wide_normal_isTheNumber(float x) {
        assertThat(FloatRounding.wide(x)).isEqualTo(x);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -0f, Float.MIN_VALUE, -0x1.fffffcp-127f})
    void wide_belowNormal_isSmall(float x) {
        assertThat(Math.abs(FloatRounding.wide(x))).isLessThanOrEqualTo(Float.MIN_NORMAL);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void wide_noNumber_isLarge(float x) {
        assertThat(Math.abs(FloatRounding.wide(x))).isGreaterThanOrEqualTo(0x1p128);
    }

    @Test
    void isNormal_edges() {
        assertThat(FloatRounding.isNormal(Float.MIN_NORMAL, 7)).isTrue();
        assertThat(FloatRounding.isNormal(-Float.MIN_NORMAL, 7)).isTrue();
        assertThat(FloatRounding.isNormal(Math.nextDown(7f), 7)).isTrue();
        assertThat(FloatRounding.isNormal(-7f, 7)).isFalse();
        assertThat(FloatRounding.isNormal(Math.nextDown(Float.MIN_NORMAL), 7)).isFalse();
        assertThat(FloatRounding.isNormal(-0f, 7)).isFalse();
        assertThat(FloatRounding.isNormal(Float.NaN, Float.POSITIVE_INFINITY)).isFalse();
        assertThat(FloatRounding.isNormal(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY))
                .isFalse();
        assertThat(FloatRounding.isPositiveNormal(Float.MAX_VALUE, Float.POSITIVE_INFINITY))
                .isTrue();
        assertThat(FloatRounding.isPositiveNormal(-1, Float.POSITIVE_INFINITY)).isFalse();
        assertThat(FloatRounding.isPositiveNormal(Float.intBitsToFloat(-1), Float.POSITIVE_INFINITY))
                .isFalse();
    }
}
