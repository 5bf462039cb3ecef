package org.descant.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Printer;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;

class LoopCasesTest {
    private static Loop loop(String equations) {
        return loop(equations, Compilation::rewrittenSystem);
    }

    /** As it was written: a rewrite gives each condition a name. */
    private static Loop asWritten(String equations) {
        return loop(equations, Compilation::system);
    }

    private static Loop loop(String equations, Function<Compilation, Optional<EquationSystem>> system) {
        String rule = "optimizer Cases(w, g) {\n  hyper lr = 0.1 in [0, inf)\n" + equations + "}\n";
        Compilation compilation = Descant.compiler().run(new SourceText("rule.opt", rule), "plan");
        Plan plan = Planner.plan(system.apply(compilation).orElseThrow(), new Diagnostics())
                .orElseThrow();
        List<Loop> loops = plan.sweeps().get(plan.sweeps().size() - 1).loops();
        assertThat(loops).hasSize(1);
        return loops.get(0);
    }

    /** What it leaves in a buffer. */
    private static String stored(Loop loop, String buffer) {
        return loop.stores().stream()
                .filter(store -> store.buffer().name().equals(buffer))
                .map(store -> Printer.print(loop.computed(store.value())))
                .findFirst()
                .orElse("nothing");
    }

    private static List<String> reads(Loop loop) {
        return loop.reads().stream().map(Buffer::name).toList();
    }

    @Test
    void choice_isItsSideWhereTheConditionIsKnown() {
        Loop loop = loop("""
                  state m = 0
                  m[t] = if t <= 5 then g else 0.5 * m[t-1] + g
                  w[t] = w[t-1] - lr * m[t]
                """);
        LoopCases.Decision decision = (LoopCases.Decision) LoopCases.of(loop);
        assertThat(decision.where().loops()).singleElement().satisfies(early -> {
            assertThat(stored(early, "m")).isEqualTo("gradient(0)");
            assertThat(reads(early)).containsExactly("w", "g");
            assertThat(early.flags()).isEmpty();
        });
        assertThat(decision.otherwise().loops()).singleElement().satisfies(late -> {
            assertThat(stored(late, "m")).isEqualTo("narrow(0.5) * m[t-1] + gradient(0)");
            assertThat(reads(late)).containsExactly("w", "g", "m");
        });
    }

    @Test
    void stateThatKeepsWhatItHas_isNotStored() {
        LoopCases.Decision decision = (LoopCases.Decision) LoopCases.of(loop("""
                  state slow = w[0]
                  fast = w[t-1] - lr * g
                  slow[t] = if mod(t, 3) == 0 then 0.5 * (slow[t-1] + fast) else slow[t-1]
                  w[t] = if mod(t, 3) == 0 then slow[t] else fast
                """));
        assertThat(decision.where().loops()).singleElement().satisfies(sync -> assertThat(stored(sync, "slow"))
                .isNotEqualTo("nothing"));
        assertThat(decision.otherwise().loops()).singleElement().satisfies(other -> {
            assertThat(stored(other, "slow")).isEqualTo("nothing");
            assertThat(reads(other)).containsExactly("w", "g");
        });
    }

    @Test
    void ruleThatRests_leavesAllAsItIs() {
        LoopCases.Decision decision = (LoopCases.Decision) LoopCases.of(loop("""
                  w[t] = if mod(t, 3) == 0 then w[t-1] - lr * g else w[t-1]
                """));
        assertThat(decision.where().loops()).hasSize(1);
        assertThat(decision.otherwise()).isEqualTo(new LoopCases.Nothing());
    }

    @Test
    void whatIsMadeOnSomeSteps_isMadeInOneCase() {
        Loop loop = loop("""
                  due = mod(t, 2) == 0
                  slow = ema(g, 0.5) when due
                  w[t] = w[t-1] - lr * slow
                """);
        LoopCases.Decision decision = (LoopCases.Decision) LoopCases.of(loop);
        assertThat(decision.where().loops()).singleElement().satisfies(due -> assertThat(due.stores())
                .hasSize(2)
                .allSatisfy(store -> assertThat(store.when()).isEmpty()));
        assertThat(decision.otherwise().loops()).singleElement().satisfies(other -> assertThat(other.writes())
                .extracting(Buffer::name)
                .containsExactly("w"));
    }

    @Test
    void conditionsOfOthers_areDecidedAfterIt() {
        Loop loop = loop("""
                  early = t <= 5
                  even = mod(t, 2) == 0
                  w[t] = w[t-1] - lr * (if early and not even then g else if even then 2 * g else 3 * g)
                """);
        assertThat(loop.flags()).hasSize(2);
        assertThat(LoopCases.of(loop).loops()).hasSizeBetween(3, 4).allSatisfy(each -> {
            assertThat(each.flags()).isEmpty();
            assertThat(stored(each, "w")).doesNotContain("if");
        });
    }

    @Test
    void conditionWithinAnother_decidesItOrStaysInIt() {
        Loop loop = asWritten("""
                  early = t <= 5
                  even = mod(t, 2) == 0
                  w[t] = w[t-1] - lr * ((if early then g else w[t-1]) + (if early and even then 2 * g else 3 * g))
                """);
        assertThat(loop.flags()).hasSize(2);
        assertThat(LoopCases.of(loop).loops()).hasSize(3).allSatisfy(each -> {
            assertThat(each.flags()).isEmpty();
            assertThat(stored(each, "w")).doesNotContain("if");
        });
    }

    @Test
    void conditionOfElements_isKnownWhereThatOfTheStepDecidesIt() {
        Loop loop = loop("""
                  up = g > 0 and t <= 5
                  w[t] = w[t-1] - lr * ((if up then g else w[t-1]) + (if up then w[t-1] else 2 * g))
                """);
        LoopCases.Decision decision = (LoopCases.Decision) LoopCases.of(loop);
        assertThat(decision.otherwise().loops()).singleElement().satisfies(late -> assertThat(stored(late, "w"))
                .doesNotContain("if"));
    }

    @Test
    void manyConditions_areNotAllDecided() {
        Loop loop = loop("""
                  a = if t < 2 then g else 2 * g
                  b = if t < 3 then a else 3 * a
                  c = if t < 4 then b else 4 * b
                  d = if t < 5 then c else 5 * c
                  e = if t < 6 then d else 6 * d
                  w[t] = w[t-1] - lr * e
                """);
        assertThat(loop.flags()).hasSize(5);
        assertThat(LoopCases.of(loop).loops())
                .hasSize(1 << LoopCases.MOST_DECIDED)
                .allSatisfy(each -> assertThat(each.flags()).hasSize(5 - LoopCases.MOST_DECIDED));
    }

    /** Several loops of which each is a large method would be one that C2 leaves alone. */
    @Test
    void longEquation_isDecidedAsOftenAsItsMethodHasRoomFor() {
        String sum =
                IntStream.range(0, 200).mapToObj(i -> " + sin(g * " + i + ")").collect(Collectors.joining());
        Loop loop = loop("""
                  a = if t < 2 then g else 2 * g
                  b = if t < 3 then a else 3 * a
                  w[t] = w[t-1] - lr * (b""" + sum + ")\n");
        assertThat(loop.flags()).hasSize(2);
        assertThat(LoopBudget.weight(loop)).isBetween(LoopCases.HEAVIEST / 4, LoopCases.HEAVIEST / 2);
        assertThat(LoopCases.of(loop).loops()).hasSize(2).allSatisfy(each -> assertThat(each.flags())
                .hasSize(1));
    }
}
