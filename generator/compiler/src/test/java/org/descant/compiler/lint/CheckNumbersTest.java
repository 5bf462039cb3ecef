package org.descant.compiler.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckNumbersTest {
    private static final String RULE = """
            optimizer Test(w, g) {
              hyper lr   = 0.1  in [0, inf)
              hyper beta = 0.9  in [0, 1)
              hyper eps  = 1e-8 in [0, inf)
              state m = 0
              state v = 0
              m[t] = beta * m[t-1] + (1 - beta) * g
              v[t] = beta * v[t-1] + (1 - beta) * g^2
              w[t] = w[t-1] - lr * (%s)
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m[t] / (sqrt(v[t]) + eps)",
                "m[t] / sqrt(v[t] + eps)",
                "m[t] / (1 - beta^t)",
                "g / max(norm(g), eps)",
                "if norm(g) > 0 then g / norm(g) else g",
                "if g != 0 then 1 / abs(g) else 0",
                "if t == 1 then g else g / (1 - beta^(t - 1))",
                "sqrt(v[t] - m[t]^2)",
                "sqrt(v[t-1] + (g^2 - v[t-1]) * (1 - beta))",
                "sqrt(1 + cos(pi * t / 7))",
                "sqrt(dot(g, g))",
                "if t == 1 then g else if t == 1 then 1 / g else if t != 1 then g / (t - 1) else sqrt(v[t])",
                "g / exp(g)",
                "sqrt(clamp(g, 0, 1))",
                "g / (1 + abs(g))",
                "sqrt(hypot(g, m[t]))",
                "sqrt(mod(g, 1))",
                "g / rows"
            })
    void numberThatIsSafe_isNotWarnedOf(String expression) {
        assertThat(Checked.warnings("safe.opt", RULE.formatted(expression))).isEmpty();
    }

    @Test
    void chainsOfManyTerms_areNotFollowed() {
        assertThat(Checked.warnings("short.opt", RULE.formatted("sqrt(g" + " + g".repeat(100) + ")")))
                .hasSize(1);
        assertThat(Checked.warnings("long.opt", RULE.formatted("sqrt(g" + " + g".repeat(2000) + ")")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt(m[t])",
                "sqrt(g)",
                "sqrt(v[t] - 1)",
                "sqrt(v[t] - 2 * m[t]^2)",
                "m[t] / v[t]",
                "m[t] / norm(g)",
                "g / (t - 3)",
                "g / lr",
                "if norm(g) >= 0 then g / norm(g) else g",
                "g / floor(abs(g))"
            })
    void numberThatFails_isWarnedOf(String expression) {
        assertThat(Checked.warnings("unsafe.opt", RULE.formatted(expression))).hasSize(1);
    }
}
