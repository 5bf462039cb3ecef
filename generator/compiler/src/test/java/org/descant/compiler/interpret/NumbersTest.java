package org.descant.compiler.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.descant.compiler.ir.Arithmetic;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.shape.Systems;
import org.descant.runtime.ElementType;
import org.descant.runtime.Numeric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumbersTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void floatOperations_haveTheBitsOfFloatArithmetic() {
        Random random = new Random(7);
        for (int i = 0; i < 40_000; i++) {
            // Two of three pairs are alike in size or subnormal, so that results are, too.
            float x = Float.intBitsToFloat(random.nextInt() >>> (i % 3 == 0 ? 8 : 0));
            float y = i % 3 == 1 ? Math.nextUp(x) * (random.nextInt(9) - 4) : Float.intBitsToFloat(random.nextInt());
            check(Operator.ADD, x, y, x + y);
            check(Operator.SUBTRACT, x, y, x - y);
            check(Operator.MULTIPLY, x, y, x * y);
            check(Operator.DIVIDE, x, y, x / y);
            check(Operator.MIN, x, y, Math.min(x, y));
            check(Operator.MAX, x, y, Math.max(x, y));
            check(Operator.SQUARE, x, x * x);
            check(Operator.CUBE, x, x * x * x);
            check(Operator.FOURTH, x, x * x * x * x);
            check(Operator.SQRT, x, Numeric.sqrt(x));
            check(Operator.SIGN, x, Numeric.sign(x));
            check(Operator.EXP, x, Numeric.exp(x));
            check(Operator.MOD, x, y, Numeric.mod(x, y));
        }
    }

    private static void check(Operator operator, float x, float y, float expected) {
        same(Arithmetic.FLOAT.binary(operator, x, y), expected, operator + " of " + x + " and " + y);
    }

    private static void check(Operator operator, float x, float expected) {
        same(Arithmetic.FLOAT.unary(operator, x), expected, operator + " of " + x);
    }

    private static void same(double actual, float expected, String what) {
        boolean same = Double.doubleToLongBits(actual) == Double.doubleToLongBits(expected);
        if (!same) {
            assertThat(actual).describedAs(what).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOperator_hasAMeaning(Operator operator) {
        double result =
                switch (operator.arity()) {
                    case 1 -> Arithmetic.DOUBLE.unary(operator, 1);
                    case 2 -> Arithmetic.DOUBLE.binary(operator, 1, 2);
                    default -> Arithmetic.DOUBLE.ternary(operator, 1, 2, 3);
                };
        assertThat(result).isBetween(-1.0, 3.0);
    }

    @Test
    void extremesAndClamp_propagateNaN_andOrderTheZeros() {
        assertThat(values("max(g, -0.0)", -0.0, 0.0, NAN)).containsExactly(-0.0, 0.0, NAN);
        assertThat(values("min(0, g)", -0.0, 0.0, NAN)).containsExactly(-0.0, 0.0, NAN);
        assertThat(values("clamp(g, -1, 1)", -3, 0.5, NAN)).containsExactly(-1, 0.5, NAN);
    }

    @Test
    void sign_keepsZerosAndNaN() {
        assertThat(values("sign(g)", -0.0, 0.0, NAN, -INF, 1e-310)).containsExactly(-0.0, 0.0, NAN, -1, 1);
    }

    @Test
    void comparisonsWithNaN_areFalse_exceptNotEqual() {
        assertThat(values("if g < 1 or g <= 1 or g > 1 or g >= 1 or g == g then 1 else 0", NAN, 2))
                .containsExactly(0, 1);
        assertThat(values("if g != g then 1 else 0", NAN, 2)).containsExactly(1, 0);
        assertThat(values("if isfinite(g) then 1 else 0", NAN, INF, 2)).containsExactly(0, 0, 1);
    }

    @Test
    void round_isHalfEven_andModHasTheSignOfTheDivisor() {
        assertThat(values("round(g)", 0.5, 1.5, 2.5, -0.5)).containsExactly(0, 2, 2, -0.0);
        assertThat(values("mod(g, 3)", 4, -4, 3)).containsExactly(1, 2, 0);
        assertThat(values("mod(g, -3)", 4, -4)).containsExactly(-2, -1);
    }

    @Test
    void division_isNeverOfIntegers_andZeroByZeroIsNaN() {
        assertThat(values("g * (1/2)", 3)).containsExactly(1.5);
        assertThat(values("g / g", 0, 5)).containsExactly(NAN, 1);
        assertThat(values("g / (1 - 1)", 2, -2)).containsExactly(INF, -INF);
    }

    @Test
    void writtenPowers_areProducts_andOthersAreThePowerFunction() {
        double x = 1.1;
        assertThat(values("g^2", x)).containsExactly(x * x);
        assertThat(values("g^3", x)).containsExactly(x * x * x);
        assertThat(values("g^4", x)).containsExactly(x * x * x * x);
        assertThat(values("g^5", x)).containsExactly(StrictMath.pow(x, 5));
        assertThat(values("g^(1 + 1)", x)).containsExactly(StrictMath.pow(x, 2));
        assertThat(values("g^-1", x)).containsExactly(StrictMath.pow(x, -1));
    }

    @Test
    void numbers_areRoundedOnce_whereTheyMeetElements() {
        Interpreter interpreter = new Interpreter(
                Systems.of(
                        "optimizer Rule(w, g) {",
                        "  hyper beta = 0.9",
                        "  scale = (1 - beta) / 3",
                        "  x = scale * g + 0.1",
                        "  w[t] = x",
                        "}"),
                ElementType.FLOAT,
                List.of(new TensorSpec("w", 1)));
        interpreter.step(StepSource.of(new double[] {0.7}));
        double scale = (1 - 0.9) / 3;
        assertThat(interpreter.value("scale")).containsExactly(scale);
        assertThat(interpreter.weight("w")).containsExactly((float) scale * 0.7f + 0.1f);
    }

    @Test
    void shortFormats_roundInsideAnEquation() {
        assertThat(values("bf16(g)", 1 + 0x1p-9, 1 + 0x1.8p-8)).containsExactly(1, 1 + 0x1p-7);
        assertThat(values("f16(g)", 65520, 1 + 0x1p-11)).containsExactly(INF, 1);
        assertThat(values("f32(g)", 0.1)).containsExactly(0.1f);
    }

    @Test
    void numberAssignedToTheParameter_isRounded() {
        Interpreter interpreter = new Interpreter(
                Systems.of("optimizer Rule(w, g) {", "  w[t] = t / 3", "}"),
                ElementType.FLOAT,
                List.of(new TensorSpec("w", 2)));
        interpreter.step(StepSource.of(new double[2]));
        assertThat(interpreter.weight("w")).containsExactly((float) (1.0 / 3), (float) (1.0 / 3));
    }

    private static double[] values(String expression, double... gradient) {
        Interpreter interpreter = new Interpreter(
                Systems.of("optimizer Rule(w, g) {", "  x = " + expression, "  w[t] = w[t-1] + x", "}"),
                ElementType.DOUBLE,
                List.of(new TensorSpec("w", gradient.length)));
        interpreter.step(StepSource.of(gradient));
        return interpreter.value("x");
    }
}
