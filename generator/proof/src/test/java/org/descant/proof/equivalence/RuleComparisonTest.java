package org.descant.proof.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.ir.EquationSystem;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;

class RuleComparisonTest {
    private static final Path LIBRARY = Path.of("../../samples/rules/src/main/opt");

    private static final String ADAM = """
            optimizer Other(w, g) {
              hyper lr    = 1e-3  in [0, inf)
              hyper beta1 = 0.9   in [0, 1)
              hyper beta2 = 0.999 in [0, 1)
              hyper eps   = 1e-8  in [0, inf)
              state m = 0
              state v = 0
              m[t] = %s
              v[t] = beta2 * v[t-1] + (1 - beta2) * g^2
              w[t] = w[t-1] - %s
            }
            """;

    private static final String PLAIN = ADAM.formatted(
            "beta1 * m[t-1] + (1 - beta1) * g", "lr * (m[t] / (1 - beta1^t)) / (sqrt(v[t] / (1 - beta2^t)) + eps)");

    private static EquationSystem library(String file, Map<String, String> options) {
        RuleCompiler compiler = Descant.compiler().importFrom(LIBRARY);
        for (Map.Entry<String, String> option : options.entrySet()) {
            compiler = compiler.option(option.getKey(), option.getValue());
        }
        Compilation compilation = compiler.run(LIBRARY.resolve(file + ".opt"), "ir");
        return compilation.system().orElseThrow();
    }

    private static EquationSystem library(String file) {
        return library(file, Map.of());
    }

    private static EquationSystem rule(String text) {
        return Descant.compiler()
                .run(new SourceText("other.opt", text), "ir")
                .system()
                .orElseThrow();
    }

    private static Equivalence compare(EquationSystem left, EquationSystem right) {
        return RuleComparison.of(left, right).runs(16).compare();
    }

    @Test
    void sameEquationsUnderOtherNames_areTheSameToTheLastBit() {
        EquationSystem renamed = rule(PLAIN.replace("m[t", "first[t").replace("state m", "state first"));

        Equivalence found = compare(rule(PLAIN), renamed);

        assertThat(found.sameness()).isEqualTo(Sameness.SAME_BITS);
        assertThat(found.text()).isEqualTo("Other and Other are the same to the last bit in 48 runs\n");
    }

    @Test
    void sameEquationsInAnotherOrderOfOperations_areTheSameUpToRounding() {
        EquationSystem lerp = rule(ADAM.formatted(
                "m[t-1] + (1 - beta1) * (g - m[t-1])",
                "lr / (1 - beta1^t) * m[t] / (sqrt(v[t]) / sqrt(1 - beta2^t) + eps)"));

        Equivalence found = compare(rule(PLAIN), lerp);

        assertThat(found.sameness()).isEqualTo(Sameness.SAME_UP_TO_ROUNDING);
        assertThat(found.unbounded()).isLessThan(found.compared() / 2);
    }

    @Test
    void nesterovWrittenAtTheParameterOrAtThePointAhead_areDifferent() {
        EquationSystem ahead = rule("""
                optimizer Ahead(w) {
                  hyper lr = 0.01 in [0, inf)
                  hyper momentum = 0.9 in [0, 1)
                  state v = 0
                  g = grad(w[t-1] - lr * momentum * v[t-1])
                  v[t] = momentum * v[t-1] + g
                  w[t] = w[t-1] - lr * v[t]
                }
                """);
        EquationSystem classic = rule("""
                optimizer Classic(w) {
                  hyper lr = 0.01 in [0, inf)
                  hyper momentum = 0.9 in [0, 1)
                  state v = 0
                  g = grad(w[t-1] + momentum * v[t-1])
                  v[t] = momentum * v[t-1] - lr * g
                  w[t] = w[t-1] + v[t]
                }
                """);

        Equivalence found = compare(ahead, classic);

        // The rate is inside the velocity in one of them: the same until it changes between steps.
        assertThat(found.sameness()).isEqualTo(Sameness.DIFFERENT);
        CounterExample example = found.counterExample().orElseThrow();
        assertThat(example.elements()).isEqualTo(1);
        assertThat(example.hypers().stream().map(each -> each.get("lr")).distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void epsilonInsideTheRoot_isFoundInOneStep() {
        Equivalence found = compare(library("adam"), library("adamepsinside"));

        assertThat(found.text()).isEqualTo("""
                Adam and AdamEpsInside are different
                  only Adam has 'weight_decay'; it stays 0.0
                  only Adam has the option 'maximize'; it is false
                after 1 step of one element with w[0] = 0.0 and g = 1.0
                  with beta1 = 0.9, beta2 = 0.999, eps = 1.0E-8, lr = 0.001
                  w = -9.999999900000003E-4 in Adam
                  w = -9.99999995E-4 in AdamEpsInside
                  rounding explains 2.3e-16
                  h            1.0                      -
                  m            0.09999999999999998      0.09999999999999998
                  v            0.0010000000000000009    0.0010000000000000009
                  mhat         1.0                      1.0
                  vhat         1.0                      1.0
                """);
    }

    @Test
    void decayThatIsNotScaledByTheRate_isFoundWithoutAGradient() {
        CounterExample example = compare(library("adamw"), library("adamwpaper"))
                .counterExample()
                .orElseThrow();

        assertThat(example.steps()).isEqualTo(1);
        assertThat(example.start()).isEqualTo(1);
        assertThat(example.gradients()).containsExactly(0.0);
        assertThat(example.left()).isEqualTo(0.99999);
        assertThat(example.right()).isEqualTo(0.99);
    }

    @Test
    void quantityThatDiffersFirst_isNamed() {
        CounterExample example = compare(library("sgdnesterov"), library("sgdmomentum"))
                .counterExample()
                .orElseThrow();

        assertThat(example.first()).contains(new CounterExample.FirstDifference("u", 1, 1.9, 1.0));
    }

    @Test
    void averageInsteadOfSum_differs() {
        assertThat(compare(library("sgdmomentum"), library("sgdmomentumema")).isSame())
                .isFalse();
    }

    @Test
    void option_makesADifferenceOrNone() {
        EquationSystem nesterov = library("sgdmomentum", Map.of("nesterov", "true"));

        assertThat(compare(library("sgdnesterov"), nesterov).isSame()).isTrue();
        assertThat(compare(library("sgdmomentum"), nesterov).isSame()).isFalse();
    }

    @Test
    void hyperparametersOfOtherNames_areMatched() {
        EquationSystem alpha = rule("optimizer A(w, g) {\n hyper alpha = 0.5 in [0, 1]\n w[t] = w[t-1] - alpha * g\n}");
        EquationSystem rate = rule("optimizer B(w, g) {\n hyper rate = 0.1 in [0, inf)\n w[t] = w[t-1] - rate * g\n}");

        assertThat(compare(alpha, rate).isSame()).isFalse();
        Equivalence found =
                RuleComparison.of(alpha, rate).matching("alpha", "rate").runs(8).compare();
        assertThat(found.text()).isEqualTo("""
                A and B are the same to the last bit in 24 runs
                  'alpha' is 0.5 in A and 0.1 in B unless it is set; here it is the same in both
                """);
    }

    @Test
    void hyperparameterThatIsNot_cannotBeMatched() {
        EquationSystem adam = rule(PLAIN);

        assertThatThrownBy(() -> RuleComparison.of(adam, adam).matching("rate", "lr"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'Other' has no hyperparameter 'rate'; it has lr, beta1, beta2, eps");
    }

    @Test
    void guardAgainstZero_isSeenWhereTheOtherIsNoNumber() {
        EquationSystem bare = rule("optimizer A(w, g) {\n w[t] = w[t-1] - g / abs(g)\n}");
        EquationSystem guarded = rule("optimizer B(w, g) {\n w[t] = w[t-1] - (if g == 0 then 0 else g / abs(g))\n}");

        CounterExample example = compare(bare, guarded).counterExample().orElseThrow();

        assertThat(example.gradients()).containsExactly(0.0);
        assertThat(example.left()).isNaN();
    }
}
