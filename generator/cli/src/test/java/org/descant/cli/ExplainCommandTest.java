package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
    private static final String RULE = """
            /// SignMomentum: steps of one size, along the sign of a running mean.
            optimizer SignMomentum(w, g) {
              hyper lr   = 1e-3 in [0, inf)  /// the size of a step
              hyper beta = 0.9  in [0, 1)
              option nesterov = false

              m    = ema(g, beta)
              look = if nesterov then lerp(m, g, 0.1) else m
              w[t] = w[t-1] - lr * sign(look)
            }
            """;

    @Test
    void warningOfSeveralRules_isSaidOnce(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("three.opt"), """
                optimizer A(w, g) {
                  hyper lr = 0.1 in [0, inf)
                  state unused = 0
                  unused[t] = unused[t-1] + g
                  w[t] = w[t-1] - lr * g
                }
                optimizer A2 = A(lr: 0.2)
                optimizer A3 = A(lr: 0.3)
                """);

        List<List<String>> calls = List.of(
                List.of("explain", file.toString()),
                List.of("explain", "--stage", "plan", file.toString()),
                List.of("generate", "-o", directory.toString(), file.toString()),
                List.of("train", "--epochs", "1", file.toString()));
        assertThat(calls).allSatisfy(call -> {
            Invocation invocation = Invocation.of(call.toArray(String[]::new));
            assertThat(invocation.exit()).isZero();
            assertThat(invocation.err()).containsOnlyOnce("warning: ");
        });
    }

    @Test
    void rule_isToldWhole() {
        assertThat(Invocation.withInput(RULE, "explain", "-")).isEqualTo(new Invocation(0, """
                        SignMomentum, from <standard input>
                          SignMomentum: steps of one size, along the sign of a running mean.

                        hyperparameter  default  range
                        lr                0.001  [0, inf)  the size of a step
                        beta                0.9  [0, 1)

                        option    value
                        nesterov  false

                        equation                                        shape
                        m = ema(g, beta)                                per element
                        look = if nesterov then lerp(m, g, 0.1) else m  per element
                        w[t] = w[t-1] - lr * sign(look)                 per element

                        state  shape        starts as  because
                        m      per element  0          the rule declares it

                        It keeps 4 bytes for each float parameter, 8 for each double.
                        A step takes one gradient.
                        It passes over memory once and moves 5 values for each parameter: 20 bytes of float, 40 of double.
                        Its Java has 147 lines.
                        --stage shows what a stage of the compiler made of it: parse, resolve, shape, ir, rewrite, plan, emit, compile.
                        """, ""));
    }

    @Test
    void output_thatIsComputedWhenItIsRead_costsNoMemory() {
        assertThat(Invocation.of("explain", "ScheduleFreeSGD").out())
                .contains("""
                z                 per element  w[0]       the rule declares it
                s                 per step     0          the rule declares it
                top               per step     0          the rule declares it
                average.momentum  per step     0          an output is read after the step

                It keeps 4 bytes for each float parameter, 8 for each double.
                """, "Outputs: average (computed when it is read).\n");
    }

    @Test
    void passes_areToldWithWhatEachMustKnow() {
        assertThat(Invocation.of("explain", "lamb").out()).contains("""
                It passes over memory twice and moves 10 values for each parameter, where 7 would be the least: 40 bytes of float, 80 of double.
                  reads w g m v; writes m v u; then knows sum(w[t-1]^2 per tensor), sum(u^2 per tensor)
                  reads w u; writes w
                  m, v written before the last sweep: 10 values move and not 13
                  u kept for the last sweep, in memory as long as the longest array of values
                """);
    }

    @Test
    void schedule_isToldWhole() {
        assertThat(Invocation.withInput("""
                        /// Rises to base in a straight line.
                        schedule ramp(k, base, warmup = 100) {
                          part = min(1, (k + 1) / warmup)
                          return base * part
                        }
                        """, "explain", "-")).isEqualTo(new Invocation(0, """
                        ramp, a schedule from <standard input>
                          Rises to base in a straight line.

                        parameter  default
                        base          none  it must be set
                        warmup         100

                        equation
                        k = t - 1
                        part = min(1, (k + 1) / warmup)
                        ramp(k) = base * part

                        Its Java has 89 lines.
                        --stage shows what a stage of the compiler made of it: parse, resolve, shape, ir, rewrite, plan, emit, compile.
                        """, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parse", "resolve", "shape", "ir", "rewrite", "plan", "emit", "compile"})
    void everyStageOfASchedule_canBeShown(String stage) {
        Invocation explain = Invocation.of("explain", "warmup_cosine", "--stage", stage);

        assertThat(explain.out()).isNotBlank().endsWith("\n").doesNotEndWith("\n\n");
        assertThat(explain.err()).isEmpty();
        assertThat(explain.exit()).isZero();
    }

    @Test
    void chosenOption_isMarked() {
        assertThat(Invocation.withInput(RULE, "explain", "-", "--option", "nesterov=true")
                        .out())
                .contains("\noption    value\nnesterov  true   chosen\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parse", "resolve", "shape", "ir", "rewrite", "plan", "emit", "compile"})
    void everyStage_canBeShown(String stage) {
        Invocation explain = Invocation.withInput(RULE, "explain", "-", "--stage", stage);

        assertThat(explain.out()).isNotBlank().endsWith("\n").doesNotEndWith("\n\n");
        assertThat(explain.err()).isEmpty();
        assertThat(explain.exit()).isZero();
    }

    @Test
    void stageEmit_isTheJava() {
        assertThat(Invocation.of("explain", "lion", "--stage", "emit").out())
                .startsWith("package optimizers;\n")
                .contains("public final class Lion extends Optimizer {");
    }

    @Test
    void unknownStage_isSuggested() {
        assertThat(Invocation.of("explain", "lion", "--stage", "pan"))
                .isEqualTo(new Invocation(2, "", "descant: there is no stage 'pan'; did you mean 'plan'?\n"));
        assertThat(Invocation.of("explain", "lion", "--stage", "optimize"))
                .isEqualTo(
                        new Invocation(
                                2,
                                "",
                                "descant: there is no stage 'optimize'; there are parse, resolve, shape, ir, rewrite, plan, emit, compile\n"));
    }

    @Test
    void conditionOnDimensions_isDeniedAsAWhole() {
        Invocation explain = Invocation.withInput("""
                optimizer Choice(w, g) {
                  hyper lr = 0.1  /// how far
                  state s = 0
                  s[t] = 0.9 * s[t-1] + g
                  w[t] = w[t-1] - lr * (if rank > 1 and rows > 8 then s[t] else g)
                }
                """, "explain", "-");

        assertThat(explain.out()).contains("\nA tensor with not (rank > 1 and rows > 8) keeps no s.\n");
        assertThat(explain.out()).contains("default  range\nlr                  0.1         how far\n");
    }

    @Test
    void statesOfRowsAndColumns_areCounted_andThoseThatATensorDoesWithout() {
        Invocation explain = Invocation.withInput("""
                optimizer Factored(w, g) {
                  hyper eps = 1e-8 in (0, inf)
                  r = ema(mean(g^2 per row), 0.9)
                  c = ema(mean(g^2 per col), 0.9)
                  q = ema(g^2, 0.9)
                  v = if rank >= 2 then r * c / (mean(r) + eps) else q
                  w[t] = w[t-1] - 0.1 * g / (sqrt(v) + eps)
                }
                """, "explain", "-");

        assertThat(explain.out()).contains("""

                        It keeps 4 bytes for each float parameter, 8 for each double.
                        For floats it keeps 4 bytes for each row, 4 bytes for each column of a tensor.
                        A tensor with not rank >= 2 keeps no c, r.
                        A tensor with rank >= 2 keeps no q.
                        """);
    }

    @Test
    void ruleThatCannotBeGenerated_isExplainedAllTheSame() {
        String pasts = IntStream.rangeClosed(1, 260)
                .mapToObj(age -> " - g[t-" + age + "]")
                .collect(Collectors.joining());
        Invocation explain =
                Invocation.withInput("optimizer Long(w, g) {\n  w[t] = w[t-1]" + pasts + "\n}\n", "explain", "-");

        assertThat(explain.exit()).isZero();
        assertThat(explain.out())
                .contains("No Java can be generated of it yet; org.descant.compiler.interpret.Interpreter runs it.\n");
        assertThat(explain.err()).isEqualTo("""
                        <standard input>:1:11: error: the rule 'Long' has 261 arrays and 0 numbers in one loop, more than the 255 that a Java method takes
                            optimizer Long(w, g) {
                                      ^^^^
                          = keep fewer states, or make several rules of it
                        """);
    }
}
