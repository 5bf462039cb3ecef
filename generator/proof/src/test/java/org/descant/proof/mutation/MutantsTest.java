package org.descant.proof.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;

class MutantsTest {
    private static final String ADAM = """
            optimizer Adam(w, g) {
              hyper lr    = 1e-3  in [0, inf)
              hyper beta1 = 0.9   in [0, 1)
              hyper beta2 = 0.999 in [0, 1)
              hyper eps   = 1e-8  in [0, inf)
              state m = 0
              state v = 0
              m[t] = beta1 * m[t-1] + (1 - beta1) * g
              v[t] = beta2 * v[t-1] + (1 - beta2) * g^2
              mhat = m[t] / (1 - beta1^t)
              w[t] = w[t-1] - lr * mhat / (sqrt(v[t] / (1 - beta2^t)) + eps)
            }
            """;

    @Test
    void mutants_ofASmallRule_areThese() {
        assertThat(mutants("optimizer SGD(w, g) { hyper lr = 1 in [0, inf)  w[t] = w[t-1] - lr * g }"))
                .extracting(mutant -> mutant.mistake() + ": " + mutant.after())
                .containsExactly(
                        "sign flipped: w[t] = -w[t-1] - lr * g",
                        "sign flipped: w[t] = w[t-1] + lr * g",
                        "term dropped: w[t] = -(lr * g)",
                        "term dropped: w[t] = w[t-1]",
                        "index moved: w[t] = w[t] - lr * g",
                        "index moved: w[t] = w[t-2] - lr * g",
                        "factor dropped: w[t] = w[t-1] - g",
                        "factor dropped: w[t] = w[t-1] - lr",
                        "* and / exchanged: w[t] = w[t-1] - lr / g",
                        "index moved: w[t] = w[t-1] - lr * g[t-1]",
                        "sign flipped: w[t] = -(w[t-1] - lr * g)");
    }

    @Test
    void mutant_isShownAsTheLineThatDiffers_andIsAWholeFile() {
        Mutant mutant = mutants("optimizer SGD(w, g) { hyper lr = 1 in [0, inf)  w[t] = w[t-1] - lr * g }")
                .get(1);

        assertThat(mutant.difference()).isEqualTo("""
                - w[t] = w[t-1] - lr * g
                + w[t] = w[t-1] + lr * g""");
        assertThat(mutant.text()).isEqualTo("""
                optimizer SGD(w, g) {
                  hyper lr = 1 in [0, inf)
                  w[t] = w[t-1] + lr * g
                }
                """);
    }

    @Test
    void mistakes_thatPeopleMakeWithAdam_areAmongThem() {
        assertThat(mutants(ADAM))
                .extracting(Mutant::after)
                .doesNotHaveDuplicates()
                .contains(
                        "state m = 1",
                        "m[t] = beta2 * m[t-1] + (1 - beta1) * g",
                        "m[t] = beta1 * m[t-1] + g",
                        "v[t] = beta2 * v[t-1] + (1 - beta2) * g",
                        "v[t] = beta2 * v[t-1] + (1 + beta2) * g^2",
                        "mhat = m[t] / 1",
                        "mhat = m[t]",
                        "mhat = m[t-1] / (1 - beta1^t)",
                        "mhat = m[t] / (1 - beta1^(t - 1))",
                        "mhat = m[t] * (1 - beta1^t)",
                        "w[t] = w[t-1] - lr * mhat / sqrt(v[t] / (1 - beta2^t) + eps)",
                        "w[t] = w[t-1] - (lr * mhat / sqrt(v[t] / (1 - beta2^t)) + eps)",
                        "w[t] = w[t-1] - lr * mhat / (v[t] / (1 - beta2^t) + eps)",
                        "w[t] = w[t-1] - lr * mhat[t-1] / (sqrt(v[t] / (1 - beta2^t)) + eps)");
    }

    @Test
    void decay_isCoupledWhereItActsOnTheParameter() {
        assertThat(mutants("""
                        optimizer SGDW(w, g) {
                          hyper lr           = 0.1  in [0, inf)
                          hyper weight_decay = 0.01 in [0, 1]
                          state b = 0
                          b[t] = 0.9 * b[t-1] + g
                          w[t] = w[t-1] * (1 - lr * weight_decay) - lr * b[t]
                        }
                        """))
                .filteredOn(mutant -> mutant.mistake().startsWith("decay"))
                .extracting(Mutant::difference)
                .containsExactly("""
                        - b[t] = 0.9 * b[t-1] + g
                        - w[t] = w[t-1] * (1 - lr * weight_decay) - lr * b[t]
                        + b[t] = 0.9 * b[t-1] + (g + weight_decay * w[t-1])
                        + w[t] = w[t-1] * (1 - lr * 0) - lr * b[t]""");
    }

    @Test
    void decay_isDecoupledWhereItJoinsTheGradient() {
        assertThat(mutants("""
                        optimizer SGD(w, g) {
                          hyper lr           = 0.1  in [0, inf)
                          hyper weight_decay = 0.01 in [0, 1]
                          h    = g + weight_decay * w[t-1]
                          w[t] = w[t-1] - lr * h
                        }
                        """))
                .filteredOn(mutant -> mutant.mistake().startsWith("decay"))
                .extracting(Mutant::difference)
                .containsExactly("""
                        - h = g + weight_decay * w[t-1]
                        - w[t] = w[t-1] - lr * h
                        + h = g + 0 * w[t-1]
                        + w[t] = (w[t-1] - lr * h) - (lr * weight_decay) * w[t-1]""");
    }

    @Test
    void code_thatNoChoiceOfOptionsReaches_isLeftAlone() {
        String rule = """
                optimizer Choosy(w, g) {
                  option kind   = 1
                  option signed = false
                  state x = 0
                  x[t] = x[t-1] + g
                  h    = if signed then sign(g) else if kind == 2 then x[t] else 3 * g
                  w[t] = w[t-1] - h
                }
                """;

        assertThat(mutants(rule, Set.of(), List.of(Map.of())))
                .extracting(Mutant::before)
                .containsOnly("h = if signed then sign(g) else if kind == 2 then x[t] else 3 * g", "w[t] = w[t-1] - h");
        assertThat(mutants(rule, Set.of(), List.of(Map.of())))
                .extracting(Mutant::after)
                .noneMatch(after -> after.contains("sign(g[t-1])") || after.contains("x[t-1]"))
                .contains("h = if signed then sign(g) else if kind == 2 then x[t] else 4 * g");
        assertThat(mutants(rule, Set.of(), List.of(Map.of(), Map.of("kind", "2"))))
                .extracting(Mutant::after)
                .contains("x[t] = x[t-1] - g", "state x = 1", "h = x[t]");
    }

    @Test
    void state_thatOnlyTheRecordLooksAt_isChangedToo() {
        String rule = """
                optimizer Averaging(w, g) {
                  state mean = 0
                  w[t]    = w[t-1] - g
                  mean[t] = (mean[t-1] + w[t]) / 2
                  output mean
                }
                """;

        assertThat(mutants(rule, Set.of(), List.of(Map.of())))
                .extracting(Mutant::before)
                .containsOnly("w[t] = w[t-1] - g");
        assertThat(mutants(rule, Set.of("mean"), List.of(Map.of())))
                .extracting(Mutant::after)
                .contains("mean[t] = (mean[t-1] - w[t]) / 2");
    }

    @Test
    void parts_thatTheRuleUses_areChangedInCopies() {
        List<Mutant> mutants = mutants("""
                def half(x, by = 2) = x / by
                optimizer Momentum(w, g) {
                  m    = ema(half(g), 0.9)
                  w[t] = w[t-1] - m
                }
                """);

        assertThat(mutants)
                .extracting(Mutant::after)
                .contains("return x", "a[t] = beta * a[t-1] + x", "m = half(g)", "m = ema(0.9, half(g))");
        assertThat(mutants)
                .filteredOn(mutant -> mutant.after().equals("a[t] = beta * a[t-1] + x"))
                .singleElement()
                .satisfies(mutant -> assertThat(mutant.text()).contains("def ema(x, beta) {", "def half(x, by = 2)"));
    }

    @Test
    void conditions_functionsAndReductions_areChanged() {
        assertThat(mutants("""
                        optimizer Odd(w, g) {
                          state e = w[0]
                          n    = norm(g per row)
                          e[t] = clamp(e[t-1], -1, n)
                          h    = if t <= 2 and n > 0 then max(e[t], g) else g
                          w[t] = w[t-1] - h
                        }
                        """))
                .extracting(Mutant::after)
                .contains(
                        "state e = 0",
                        "n = norm1(g per row)",
                        "n = norm(g per col)",
                        "n = norm(g)",
                        "n = g",
                        "e[t] = e[t-1]",
                        "e[t] = max(e[t-1], -1)",
                        "e[t] = min(e[t-1], n)",
                        "e[t] = clamp(e[t-1], 1, n)",
                        "h = if t < 2 and n > 0 then max(e[t], g) else g",
                        "h = if t >= 2 and n > 0 then max(e[t], g) else g",
                        "h = if t <= 2 or n > 0 then max(e[t], g) else g",
                        "h = if n > 0 then max(e[t], g) else g",
                        "h = if t <= 2 and n > 0 then min(e[t], g) else g",
                        "h = if t <= 2 and n > 0 then g else max(e[t], g)",
                        "h = max(e[t], g)",
                        "h = if t + 1 <= 2 and n > 0 then max(e[t], g) else g");
    }

    @Test
    void application_thatStandsStill_losesItsCondition() {
        assertThat(mutants("""
                        optimizer Slow(w, g) {
                          odd  = mod(t, 2) == 1
                          m    = ema(g, 0.9) when odd
                          w[t] = w[t-1] - m
                        }
                        """)).extracting(Mutant::after).contains("m = ema(g, 0.9)", "m = ema(g, 0.9) when not odd");
    }

    private static List<Mutant> mutants(String text) {
        return mutants(text, Set.of(), List.of(Map.of()));
    }

    private static List<Mutant> mutants(String text, Set<String> compared, List<Map<String, String>> options) {
        Compilation compilation = Descant.compiler().run(new SourceText("test.opt", text), "ir");
        assertThat(compilation.diagnostics()).isEmpty();
        return Mutants.of(
                compilation.file().orElseThrow(),
                compilation.system().orElseThrow().name(),
                compared,
                options);
    }
}
