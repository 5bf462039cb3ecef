package org.descant.harness.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UlpsTest {
    private static final double[] AWKWARD = {
        0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Math.nextDown(Double.MIN_NORMAL),
        1,
        -1,
        Math.nextUp(1.0),
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        Float.MAX_VALUE
    };

    static Stream<Double> numbers() {
        SplittableRandom random = new SplittableRandom(1);
        DoubleStream any = DoubleStream.generate(() -> Double.longBitsToDouble(random.nextLong()))
                .filter(x -> !Double.isNaN(x))
                .limit(200);
        return DoubleStream.concat(DoubleStream.of(AWKWARD), any).boxed();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void distance_isThatOfNeighboursCounted(double x) {
        assertThat(Ulps.between(x, x)).hasValue(0);
        assertThat(Ulps.between(x, -x)).isEqualTo(Ulps.between(-x, x));
        assertThat(Ulps.between(x, Double.NaN)).isEmpty();
        if (x < Double.POSITIVE_INFINITY) {
            assertThat(Ulps.between(x, Math.nextUp(x))).hasValue(1);
            assertThat(Ulps.between(Math.nextUp(x), x)).hasValue(1);
        }
        float narrow = (float) x;
        if (narrow < Float.POSITIVE_INFINITY) {
            assertThat(Ulps.between(narrow, Math.nextUp(narrow))).hasValue(1);
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void distance_addsUpAlongTheLine(double x) {
        for (double y : AWKWARD) {
            double between = x / 2 + y / 2;
            if (Math.min(x, y) <= between && between <= Math.max(x, y)) {
                BigInteger sum = exact(x, between).add(exact(between, y));
                assertThat(exact(x, y)).isEqualTo(sum);
                assertThat(Ulps.between(x, y).orElseThrow())
                        .isEqualTo(sum.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
            }
        }
    }

    @Test
    void zeros_areOnePlace() {
        assertThat(Ulps.between(0.0, -0.0)).hasValue(0);
        assertThat(Ulps.between(0f, -0f)).hasValue(0);
        assertThat(Ulps.between(-Double.MIN_VALUE, Double.MIN_VALUE)).hasValue(2);
        assertThat(Ulps.between(-Float.MIN_VALUE, Float.MIN_VALUE)).hasValue(2);
    }

    @Test
    void infinity_isTheNeighbourOfTheLargestNumber() {
        assertThat(Ulps.between(Double.MAX_VALUE, Double.POSITIVE_INFINITY)).hasValue(1);
        assertThat(Ulps.between(-Float.MAX_VALUE, Float.NEGATIVE_INFINITY)).hasValue(1);
        assertThat(Ulps.between(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY))
                .hasValue(2L * Float.floatToIntBits(Float.POSITIVE_INFINITY));
    }

    @Test
    void distance_thatNoLongHolds_isTheLargest() {
        assertThat(Ulps.between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .hasValue(Long.MAX_VALUE);
    }

    @Test
    void nan_isOnlyNearItself() {
        assertThat(Ulps.between(Double.NaN, Double.longBitsToDouble(0xfff8000000000001L)))
                .hasValue(0);
        assertThat(Ulps.between(Float.NaN, Float.NaN)).hasValue(0);
        assertThat(Ulps.between(Float.NaN, Float.POSITIVE_INFINITY)).isEmpty();
    }

    /** By the definition: numbers in order, counted. */
    private static BigInteger exact(double a, double b) {
        return place(a).subtract(place(b)).abs();
    }

    private static BigInteger place(double x) {
        BigInteger size = BigInteger.valueOf(Double.doubleToLongBits(Math.abs(x)));
        return x < 0 ? size.negate() : size;
    }
}
