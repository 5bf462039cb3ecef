package org.descant.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
    private static Compilation compile(String rule) {
        return Descant.compiler().run(new SourceText("rule.opt", rule), "plan");
    }

    @Test
    void whatIsPerStep_isComputedByThePrologue() {
        Plan plan = compile("""
                        optimizer Momentum(w, g) {
                          hyper lr = 0.1 in [0, inf)
                          hyper decay = 0.5 in [0, 1)
                          state v = 0
                          state scale = lr
                          scale[t] = scale[t-1] * (1 - decay)
                          v[t] = decay * v[t-1] + g
                          w[t] = w[t-1] - scale[t] * v[t]
                        }
                        """).executionPlan().orElseThrow();
        assertThat(PlanPrinter.print(plan)).isEqualTo("""
                before the first step
                  prologue, per group of tensors, in double
                    keep scale
                    hand over 0 numbers, 0 conditions
                each step
                  prologue, per group of tensors, in double
                    scale[t] = scale[t-1] * (1 - decay)
                    keep scale
                    hand over 2 numbers, 0 conditions
                  phase 1
                    sweep 1
                      loop: reads w g v; writes w v
                        v[t] = decay * v[t-1] + g
                        w[t] = w[t-1] - scale[t] * v[t]
                        5 values of memory traffic per element
                """);
    }

    @Test
    void stateThatStandsStill_isKeptOnSomeStepsOnly() {
        Plan plan = compile("""
                        optimizer Slow(w, g) {
                          hyper lr = 0.1 in [0, inf)
                          due = mod(t, 2) == 0
                          slow = ema(g, 0.5) when due
                          w[t] = w[t-1] - lr * slow
                        }
                        """).executionPlan().orElseThrow();
        Loop loop = plan.sweeps().get(0).loops().get(0);
        assertThat(loop.flags()).hasSize(1);
        assertThat(loop.stores().stream().filter(store -> store.when().isPresent()))
                .extracting(store -> store.buffer().name())
                .isNotEmpty()
                .doesNotContain("w");
    }

    @Test
    void buffers_areNumberedAsTheRuntimeNumbersThem() {
        Plan plan = compile("""
                        optimizer Two(w, g) {
                          state b = 0
                          state n = 1
                          state a = w[0]
                          n[t] = n[t-1] / 2
                          b[t] = b[t-1] + g
                          a[t] = a[t-1] + b[t]
                          w[t] = w[t-1] - n[t] * a[t]
                        }
                        """).executionPlan().orElseThrow();
        assertThat(plan.buffers()).extracting(Buffer::name).containsExactly("w", "g", "b", "a");
        assertThat(plan.buffers()).extracting(Buffer::number).containsExactly(0, 1, 2, 3);
        assertThat(plan.numbers()).extracting(state -> state.name()).containsExactly("n");
        assertThat(plan.start().loops()).singleElement().satisfies(start -> {
            assertThat(start.reads()).extracting(Buffer::name).containsExactly("w");
            assertThat(start.writes()).extracting(Buffer::name).containsExactly("a");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "w[t] = w[t-1] - g * norm(g)|reductions",
                "w[t] = w[t-1] - g * numel|'numel'",
                "input h  w[t] = w[t-1] - g * h|inputs",
                "w[t] = w[t-1] - g * loss|rules that read the loss",
                "h = grad(w[t-1] - g)  w[t] = w[t-1] - h|gradients at points of the rule's choosing",
            })
    void whatCannotBeGenerated_isSaidOnce(String equations, String what) {
        List<Diagnostic> diagnostics =
                compile("optimizer Whole(w, g) { " + equations + " }").diagnostics();
        assertThat(diagnostics)
                .extracting(Diagnostic::message)
                .containsExactly("cannot generate code for " + what + " yet");
    }

    @Test
    void reduction_isShownWhereItStands() {
        assertThat(new DiagnosticRenderer(false).render(compile("""
                                optimizer Whole(w, g) {
                                  scale = norm(g)
                                  w[t] = w[t-1] - g * scale
                                }
                                """).diagnostics()))
                .isEqualTo("""
                        rule.opt:2:3: error: cannot generate code for reductions yet
                              scale = norm(g)
                              ^^^^^^^^^^^^^^^
                          = org.descant.compiler.interpret.Interpreter runs this rule
                        """);
    }
}
