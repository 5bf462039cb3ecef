package org.descant.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Arithmetic;
import org.descant.compiler.ir.Operator;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClearSumsTest {
    private static final double[] AWKWARD = {
        0.0,
        -0.0,
        1,
        -1,
        0.1f,
        -0.3f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    /** g and v on both sides, and two sums of products. */
    private static final String ACPROP = """
            optimizer ACProp(w, g) {
              hyper lr    = 1e-3  in [0, inf)
              hyper beta1 = 0.9   in [0, 1)
              hyper beta2 = 0.999 in [0, 1)
              hyper eps   = 1e-16 in [0, inf)
              state m = 0
              state v = 1
              d    = v[t-1] / (1 - beta2^t)
              v[t] = beta2 * v[t-1] + (1 - beta2) * (g - m[t-1])^2
              m[t] = beta1 * m[t-1] + (1 - beta1) * g
              w[t] = w[t-1] - lr * g / (sqrt(d) + eps)
            }
            """;

    private static Compilation compile(String rule) {
        return Descant.compiler().run(new SourceText("rule.opt", rule), "plan");
    }

    /** The only loop of a rule, as it is written. */
    private static Loop loop(String rule) {
        Plan plan = Planner.plan(compile(rule).rewrittenSystem().orElseThrow(), LoopBudget.NONE, new Diagnostics())
                .orElseThrow();
        List<Loop> loops = plan.sweeps().stream()
                .flatMap(sweep -> sweep.allLoops().stream())
                .toList();
        assertThat(loops).hasSize(1);
        return loops.get(0);
    }

    private static PairingRisks risks(Loop loop, List<Store> stores, ClearSums.Body body) {
        return PairingRisks.of(
                loop.loads(),
                body.equations(),
                stores.stream().map(Store::value).toList());
    }

    @Test
    void valuesOnBothSides_comeToOne() {
        Loop loop = loop(ACPROP);
        Optional<ClearSums.Body> clear = ClearSums.of(loop);
        assertThat(risks(loop, loop.stores(), new ClearSums.Body(loop.equations(), loop.stores()))
                        .areHigh())
                .isTrue();
        assertThat(clear).isPresent();
        assertThat(risks(loop, clear.get().stores(), clear.get()).areLow()).isTrue();
    }

    @Test
    void signOfAFactor_isTheProloguesWork() {
        assertThat(Descant.compile(ACPROP).source())
                .contains("step.scalar(", ", -oneMinusBeta1);")
                .contains("m[i] = beta1 * mOld - minusOneMinusBeta1 * gi;")
                .contains("-mOld + gi");
    }

    @Test
    void whatIsClear_staysAsItIsWritten() {
        String adam = """
                optimizer Adam(w, g) {
                  hyper lr = 1e-3 in [0, inf)
                  m    = ema(g, 0.9)
                  v    = ema(g^2, 0.999)
                  w[t] = w[t-1] - lr * m / (sqrt(v) + 1e-8)
                }
                """;
        assertThat(ClearSums.of(loop(adam))).isEmpty();
        assertThat(Descant.compile(adam).source()).contains("w[i] = w[i] - lr * ");
    }

    @Test
    void twoSumsOfOneValueAndAnother_areOneSumAndOneDifference() {
        String alike = """
                optimizer Alike(w, g) {
                  hyper a = 0.5 in [0, 1]
                  hyper b = 0.3 in [0, 1]
                  state m = 0
                  state v = 0
                  m[t] = g - a * m[t-1]
                  v[t] = g - b * v[t-1]
                  w[t] = w[t-1] - m[t] * v[t]
                }
                """;
        Loop loop = loop(alike);
        ClearSums.Body clear = ClearSums.of(loop).orElseThrow();
        assertThat(risks(loop, clear.stores(), clear).areHigh()).isFalse();
    }

    @Test
    void twoSumsThatWeighTheSameValues_areDifferences() {
        String lion = """
                optimizer Lion(w, g) {
                  hyper lr    = 1e-3 in [0, inf)
                  hyper beta1 = 0.9  in [0, 1)
                  hyper beta2 = 0.99 in [0, 1)
                  state m = 0
                  u    = sign(beta1 * m[t-1] + (1 - beta1) * g)
                  m[t] = beta2 * m[t-1] + (1 - beta2) * g
                  w[t] = w[t-1] - lr * u
                }
                """;
        assertThat(Descant.compile(lion).source())
                .contains("sign(beta1 * mOld - minusOneMinusBeta1 * gi)")
                .contains("m[i] = beta2 * mOld - minusOneMinusBeta2 * gi;");
    }

    @Test
    void sumsOfOneValueWithItself_areNoPair() {
        String once = """
                optimizer Once(w, g) {
                  hyper a = 0.5 in [0, 1]
                  hyper b = 0.3 in [0, 1]
                  state m = 0
                  m[t] = a * g + b * g
                  w[t] = w[t-1] - m[t]
                }
                """;
        assertThat(Descant.compile(once).source()).contains("w[i] = w[i] - m");
    }

    @Test
    void loopsForAnotherCompiler_areLeftAlone() {
        assertThat(loop(ACPROP).scalars())
                .isNotEmpty()
                .noneMatch(scalar -> scalar.value() instanceof Apply apply && apply.operator() == Operator.NEGATE);
    }

    @ParameterizedTest
    @EnumSource
    void formsHaveTheSameBits(Arithmetic arithmetic) {
        for (double a : AWKWARD) {
            for (double b : AWKWARD) {
                double sum = arithmetic.binary(Operator.ADD, a, b);
                double difference = arithmetic.binary(Operator.SUBTRACT, a, b);
                same(difference, arithmetic.binary(Operator.ADD, -b, a));
                same(sum, arithmetic.binary(Operator.SUBTRACT, a, -b));
                same(sum, arithmetic.binary(Operator.SUBTRACT, b, -a));
                same(-arithmetic.binary(Operator.MULTIPLY, a, b), arithmetic.binary(Operator.MULTIPLY, -a, b));
                same(-arithmetic.binary(Operator.DIVIDE, a, b), arithmetic.binary(Operator.DIVIDE, -a, b));
                same(-arithmetic.binary(Operator.DIVIDE, a, b), arithmetic.binary(Operator.DIVIDE, a, -b));
            }
        }
    }

    private static void same(double one, double other) {
        assertThat(Double.doubleToLongBits(one)).isEqualTo(Double.doubleToLongBits(other));
    }
}
