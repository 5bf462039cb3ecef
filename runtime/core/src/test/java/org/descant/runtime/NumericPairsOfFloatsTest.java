package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the float functions of two arguments against their definition, as {@link NumericFloatsTest} does for one. {@code -Ddescant.floats.every=1} tries
 * as many pairs of each kind as there are floats.
 */
class NumericPairsOfFloatsTest {
    private static final long COUNT = (1L << 32) / Integer.getInteger("descant.floats.every", 16_001);
    private static final long SEED = Long.getLong("descant.floats.seed", 1);

    private static final float[] AWKWARD = {
        0,
        Float.MIN_VALUE,
        0x1.fffffcp-127f,
        Float.MIN_NORMAL,
        0x1p-100f,
        0x1p-25f,
        1 / 3f,
        0.5f,
        0x1.fffffep-1f,
        1,
        0x1.000002p0f,
        1.5f,
        2,
        3,
        4,
        127,
        128,
        149,
        0x1p23f - 1,
        0x1p24f,
        0x1p31f,
        0x1p64f,
        Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NaN
    };

    private interface OfFloats {
        double at(float x, float y);
    }

    private record Function(String name, OfFloats function, OfFloats near, DoubleBinaryOperator definition) {
        static final Function POW = new Function("pow", Numeric::pow, FloatPower::pow, StrictMath::pow);
        static final Function HYPOT = new Function("hypot", Numeric::hypot, FloatRoot::hypot, StrictMath::hypot);

        void check(float x, float y) {
            double exact = definition.applyAsDouble(x, y);
            float result = (float) function.at(x, y);
            if (Float.floatToIntBits((float) exact) != Float.floatToIntBits(result)) {
                throw new AssertionError(name + of(x, y) + " is " + result);
            }
            double close = near.at(x, y);
            if (close != FloatRounding.UNCERTAIN && !(Math.abs(close - exact) <= 0x1p-39 * Math.abs(exact))) {
                throw new AssertionError(name + of(x, y) + " is not near " + close);
            }
        }

        private static String of(float x, float y) {
            return " of " + Float.toHexString(x) + " and " + Float.toHexString(y);
        }
    }

    /** What kind of pairs are tried. */
    private enum Pairs {
        /** Any bits. */
        ANY {
            @Override
            void check(Function function, SplittableRandom random) {
                function.check(Float.intBitsToFloat(random.nextInt()), Float.intBitsToFloat(random.nextInt()));
            }
        },
        /** Powers that are normal floats. */
        IN_RANGE {
            @Override
            void check(Function function, SplittableRandom random) {
                float x = Float.intBitsToFloat(random.nextInt(0x7f80_0000));
                function.check(x, (float) (random.nextDouble(-88, 89) / Math.log(x)));
            }
        },
        /** Of numbers beside 1, powers that are large and small. */
        BESIDE_ONE {
            @Override
            void check(Function function, SplittableRandom random) {
                float x = Float.intBitsToFloat(0x3f80_0000 + (random.nextInt(-1 << 18, 1 << 18) >> random.nextInt(18)));
                function.check(x, (float) (random.nextDouble(-88, 89) / Math.log(x)));
            }
        },
        /** Results about the largest and the smallest float. */
        AT_THE_ENDS {
            @Override
            void check(Function function, SplittableRandom random) {
                float x = Float.intBitsToFloat(random.nextInt(0x7f80_0000));
                double logarithm = random.nextBoolean() ? random.nextDouble(86, 90) : random.nextDouble(-105, -86);
                function.check(x, (float) (logarithm / Math.log(x)));
            }
        },
        /** Exact powers, and powers half-way between two floats: few places to small whole and half exponents. */
        EXACT {
            @Override
            void check(Function function, SplittableRandom random) {
                float x = Math.scalb((float) random.nextInt(1, 1 << random.nextInt(1, 25)), random.nextInt(-20, 20));
                float y = random.nextInt(-20, 21) * (random.nextBoolean() ? 0.5f : 1);
                function.check(random.nextBoolean() ? x : x * x, y);
                function.check(-x, y);
            }
        },
        /** What rules raise, and to what. */
        COMMON {
            @Override
            void check(Function function, SplittableRandom random) {
                function.check((float) Math.exp(random.nextDouble(-60, 5)), (float) random.nextDouble(-1, 1));
            }
        };

        abstract void check(Function function, SplittableRandom random);
    }

    @ParameterizedTest
    @EnumSource
    void pow_pairsOfAKind_isItsDefinition(Pairs pairs) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (long i = 0; i < COUNT; i++) {
            pairs.check(Function.POW, random);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hypot_pairsOfAKind_isItsDefinition(Pairs pairs) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (long i = 0; i < COUNT; i++) {
            pairs.check(Function.HYPOT, random);
        }
    }

    @Test
    void functions_awkwardPairs_areTheirDefinitions() {
        for (float x : AWKWARD) {
            for (float y : AWKWARD) {
                for (Function function : List.of(Function.POW, Function.HYPOT)) {
                    function.check(x, y);
                    function.check(-x, y);
                    function.check(x, -y);
                    function.check(-x, -y);
                }
            }
        }
    }

    /** Squares of 24 places have up to 48, of which 24 are cut off: some are half-way. */
    @Test
    void pow_squares_areTheirProducts() {
        for (int i = 1; i < 1 << 24; i += 7) {
            if (Numeric.pow(i, 2f) != (float) i * (float) i) {
                throw new AssertionError(i);
            }
        }
    }

    @Test
    void pow_whatRulesRaise_isCertainButForFew() {
        SplittableRandom random = new SplittableRandom(2);
        int uncertain = 0;
        for (int i = 0; i < 100_000; i++) {
            float x = (float) Math.exp(random.nextDouble(-60, 5));
            uncertain += FloatRounding.isCertain(FloatPower.pow(x, (float) random.nextDouble(-1, 1))) ? 0 : 1;
        }
        assertThat(uncertain).isLessThan(100);
    }
}
