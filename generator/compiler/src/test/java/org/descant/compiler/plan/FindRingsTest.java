package org.descant.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.descant.compiler.Descant;
import org.descant.compiler.ir.State;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindRingsTest {
    private static Plan plan(String equations) {
        SourceText rule = new SourceText("rule.opt", "optimizer Rule(w, g) {\n" + equations + "}\n");
        return Descant.compiler().run(rule, "plan").executionPlan().orElseThrow();
    }

    private static List<List<String>> rings(String equations) {
        return plan(equations).rings().stream()
                .map(ring -> ring.states().stream().map(State::name).toList())
                .toList();
    }

    /** w and g are read and the oldest gradient, w is written and the newest. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 100})
    void history_movesAsManyValuesHoweverLongItIs(int delay) {
        Plan plan = plan("w[t] = w[t-1] - 0.1 * g[t-" + delay + "]\n");

        assertThat(plan.system().states()).hasSize(delay);
        assertThat(plan.traffic()).isEqualTo(5);
    }

    @Test
    void plan_saysWhatTakesTurns() {
        Plan plan = plan("w[t] = w[t-1] - 0.1 * (g[t-1] + g[t-3])\n");

        assertThat(PlanPrinter.print(plan)).isEqualTo("""
                        each step
                          phase 1
                            sweep 1
                              loop: reads w g g[t-1] g[t-3]; writes w g[t-3]
                                w[t] = w[t-1] - 0.1 * (g[t-1] + g[t-3])
                              6 values of memory traffic per element
                          g[t-1] to g[t-3] take turns in the same arrays: the new value is written over the oldest, and none is copied
                          6 values of memory traffic per element, in 1 sweep
                        """);
    }

    @Test
    void declaredStates_takeTurnsWithTheirHistories() {
        assertThat(rings("""
                        state m = 1
                        m[t] = 0.9 * m[t-1] + g
                        w[t] = w[t-1] - 0.1 * m[t-2] + w[t-3]
                        """)).containsExactly(List.of("m", "m[t-2]"), List.of("w[t-2]", "w[t-3]"));
    }

    @Test
    void historyOnAClock_takesTurnsWhenThatTicks() {
        Plan plan = plan("""
                        h    = delayed(g) when mod(t, 3) == 0
                        w[t] = w[t-1] - 0.1 * h
                        }
                        def delayed(x) {
                          return x[t-2] + x[t-1]
                        """);

        assertThat(plan.rings()).hasSize(1);
        Flag when = plan.rings().get(0).when().orElseThrow();
        assertThat(plan.sweeps().get(0).loops().stream()
                        .flatMap(loop -> loop.stores().stream())
                        .filter(store -> store.buffer().name().endsWith("[t-2]"))
                        .flatMap(store -> store.when().stream()))
                .containsExactly(when);
    }

    @Test
    void statesThatPassTheirValuesRound_areCopied() {
        assertThat(rings("""
                        state a = 1
                        state b = w[0]
                        a[t] = b[t-1]
                        b[t] = a[t-1]
                        w[t] = w[t-1] - 0.1 * g * a[t]
                        """)).isEmpty();
    }

    @Test
    void whatNeverChanges_isCopiedFrom() {
        assertThat(rings("""
                        state a = w[0]
                        state b = 1
                        a[t] = a[t-1]
                        b[t] = a[t-1]
                        w[t] = w[t-1] - 0.1 * g * b[t-1]
                        """)).isEmpty();
    }

    @Test
    void numbers_areCopied() {
        assertThat(rings("""
                        n    = norm(g per model)
                        q    = norm(g)
                        w[t] = w[t-1] - 0.1 * g / (n[t-3] + q[t-3])
                        """)).isEmpty();
    }

    @Test
    void statesOfDifferentTensors_doNotTakeTurns() {
        assertThat(rings("""
                        r    = mean(g^2 per row)
                        w[t] = w[t-1] - 0.1 * g[t-1] / (if rank >= 2 then r[t-3] else g[t-2])
                        """)).containsExactly(List.of("r[t-1]", "r[t-2]", "r[t-3]"));
    }

    @Test
    void ofTwoSuccessors_oneTakesTurns() {
        assertThat(rings("""
                        state a = 1
                        state b = 2
                        state c = 3
                        a[t] = 0.5 * a[t-1] + g
                        b[t] = a[t-1]
                        c[t] = a[t-1]
                        w[t] = w[t-1] - 0.1 * b[t-1] * c[t-1]
                        """)).containsExactly(List.of("a", "b"));
    }
}
