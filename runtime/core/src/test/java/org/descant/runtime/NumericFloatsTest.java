package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the float functions of one argument against their definition, bit for bit, and what is rounded to them against the error that
 * {@link FloatRounding} allows. A build tries one float in some thousand; {@code -Ddescant.floats.every=1} tries all, some minutes for each function.
 */
class NumericFloatsTest {
    private static final int EVERY = Integer.getInteger("descant.floats.every", 8209);
    private static final int NEIGHBOURS = 30;

    /** A function of a float, whose result is one, or is to be rounded to one. */
    private interface OfFloat {
        double at(float x);
    }

    /** A function, what is rounded to it, and the arguments, between two, to which that applies. */
    private record Function(
            String name, OfFloat function, OfFloat near, DoubleUnaryOperator definition, float above, float below) {
        @Override
        public String toString() {
            return name;
        }

        void check(int bits) {
            float x = Float.intBitsToFloat(bits);
            double exact = definition.applyAsDouble(x);
            float result = (float) function.at(x);
            if (Float.floatToIntBits((float) exact) != Float.floatToIntBits(result)) {
                throw new AssertionError(name + " of " + Float.toHexString(x) + " is " + result);
            }
            double y = near.at(x);
            if (y != FloatRounding.UNCERTAIN && !(Math.abs(y - exact) <= 0x1p-40 * Math.abs(exact))) {
                throw new AssertionError(name + " of " + Float.toHexString(x) + " is not near " + y);
            }
        }

        boolean applies(float x) {
            return x > above && x < below && Math.abs(x) > Float.MIN_NORMAL;
        }
    }

    static List<Function> functions() {
        float max = Float.MAX_VALUE;
        return List.of(
                new Function("exp", Numeric::exp, FloatExponential::exp, StrictMath::exp, -86, 86),
                new Function("expm1", Numeric::expm1, FloatExponential::expm1, StrictMath::expm1, -86, 86),
                new Function("tanh", Numeric::tanh, FloatExponential::tanh, StrictMath::tanh, -43, 43),
                new Function("log", Numeric::log, FloatLogarithm::log, StrictMath::log, 0, max),
                new Function("log1p", Numeric::log1p, FloatLogarithm::log1p, StrictMath::log1p, -1, max),
                new Function("cbrt", Numeric::cbrt, FloatRoot::cbrt, StrictMath::cbrt, -max, max),
                new Function("erf", Numeric::erf, ErrorFunction::near, ErrorFunction::at, -max, max),
                new Function("sin", Numeric::sin, FloatCircle::sin, StrictMath::sin, -0x1p18f, 0x1p18f),
                new Function("cos", Numeric::cos, FloatCircle::cos, StrictMath::cos, -0x1p18f, 0x1p18f));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void function_floatsOfAllSizes_isItsDefinition(Function function) {
        for (long bits = 0; bits < 1L << 32; bits += EVERY) {
            function.check((int) bits);
        }
    }

    /** Powers of two, infinity, numbers that are none, and the zeros; quarters of octaves, too, among which are the ends of tables. */
    @ParameterizedTest
    @MethodSource("functions")
    void function_neighboursOfSeams_isItsDefinition(Function function) {
        for (long seam = 0; seam <= 1L << 32; seam += 1 << 20) {
            for (int away = -NEIGHBOURS; away <= NEIGHBOURS; away++) {
                function.check((int) (seam + away));
            }
        }
    }

    /** Half-way between two steps of a table, and where a branch leads elsewhere. */
    @ParameterizedTest
    @MethodSource("functions")
    void function_neighboursOfHalfSteps_isItsDefinition(Function function) {
        for (int half = -10_000; half <= 10_000; half++) {
            int octave = Float.floatToRawIntBits((float) (half * Math.log(2) / 256));
            int turn = Float.floatToRawIntBits((float) (half * Math.PI / 128));
            int sixteenth = Float.floatToRawIntBits(half / 32f);
            for (int away = -3; away <= 3; away++) {
                function.check(octave + away);
                function.check(turn + away);
                function.check(sixteenth + away);
            }
        }
    }

    /** What lies so close to half-way between two floats that a near function alone gives the wrong one. */
    @ParameterizedTest
    @CsvSource({
        "exp, 0x1.cd3982p-14",
        "exp, 0x1.883834p5",
        "expm1, 0x1.4a9cf4p-11",
        "expm1, 0x1.e507ep-10",
        "tanh, 0x1.8db9ccp-11",
        "tanh, 0x1.30c7fp-10",
        "log, 0x1.22d57p-65",
        "log, 0x1.2f1fd6p3",
        "log1p, 0x1.58873p-9",
        "log1p, -0x1.84948cp-10",
        "sin, 0x1.92fe72p-6",
        "sin, 0x1.df1dbcp-2",
        "cos, 0x1.c848c8p-7"
    })
    void function_closeToHalfWay_isItsDefinition(String name, float x) {
        Function function = functions().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(FloatRounding.isCertain(function.near.at(x))).isFalse();
        function.check(Float.floatToRawIntBits(x));
    }

    /** Otherwise the results are right, too, but slow. */
    @ParameterizedTest
    @MethodSource("functions")
    void near_whereItApplies_isCertainButForFew(Function function) {
        int all = 0;
        int uncertain = 0;
        for (long bits = 0; bits < 1L << 32; bits += 65_537) {
            float x = Float.intBitsToFloat((int) bits);
            if (function.applies(x)) {
                all++;
                uncertain += FloatRounding.isCertain(function.near.at(x)) ? 0 : 1;
            }
        }
        assertThat(all).isGreaterThan(20_000);
        assertThat(uncertain).isLessThan(all / 1000);
    }
}
