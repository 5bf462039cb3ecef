package org.descant.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.ir.Kind;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;

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
                  phase 1
                    prologue, per group of tensors, in double
                      scale[t] = scale[t-1] * (1 - decay)
                      keep scale
                      hand over 2 numbers, 0 conditions
                    sweep 1
                      loop: reads w g v; writes w v
                        v[t] = decay * v[t-1] + g
                        w[t] = w[t-1] - scale[t] * v[t]
                      5 values of memory traffic per element
                  5 values of memory traffic per element, in 1 sweep
                """);
    }

    @Test
    void valuePerRow_isComputedOnce_andStoredBeforeTheElementsReadIt() {
        Plan plan = compile("""
                        optimizer Rows(w, g) {
                          r = ema(mean(g^2 per row), 0.9)
                          q = ema(g^2, 0.9)
                          w[t] = w[t-1] - g / (if rank >= 2 then sqrt(r) else sqrt(q))
                        }
                        """).executionPlan().orElseThrow();
        assertThat(PlanPrinter.print(plan)).isEqualTo("""
                each step
                  phase 1
                    prologue, per tensor, in double
                      hand over 0 numbers, 1 condition
                    sweep 1
                      terms: reads g; writes mean(g^2 per row)
                      1 value of memory traffic per element
                    barrier: what follows needs mean(g^2 per row)
                    over rows: reads r mean(g^2 per row); writes r sqrt(r)
                      r.x = mean(g^2 per row)
                      r = ema(mean(g^2 per row), 0.9)
                      w[t] = w[t-1] - g / (if rank >= 2 then sqrt(r) else sqrt(q))
                    sweep 2
                      loop: reads w g q sqrt(r); writes w q
                        q.x = g^2
                        q = ema(g^2, 0.9)
                        w[t] = w[t-1] - g / (if rank >= 2 then sqrt(r) else sqrt(q))
                      5 values of memory traffic per element
                  6 values of memory traffic per element, in 2 sweeps
                for a tensor with not rank >= 2: no r
                for a tensor with rank >= 2: no q
                """);
    }

    @Test
    void choiceForEachElement_isKeptForTheLastSweep_butNotWhereItIsVectorCode() {
        Compilation compilation = compile("""
                        optimizer Masked(w, g) {
                          m    = ema(g, 0.9)
                          v    = ema(g^2, 0.99)
                          k    = if m * g > 0 then 1 else 0
                          w[t] = w[t-1] - m * k / mean(k) / sqrt(v)
                        }
                        """);
        Plan vectors = Planner.plan(compilation.rewrittenSystem().orElseThrow(), LoopBudget.NONE, new Diagnostics())
                .orElseThrow();
        assertThat(compilation.executionPlan().orElseThrow().carried()).isEqualTo(1);
        assertThat(vectors.carried()).isZero();
    }

    @Test
    void conditionPerRow_thatDimensionsDecide_isComputedForAllTensors_butNotWhatItIsMadeOfBesides() {
        Plan plan = compile("""
                        optimizer Rows(w, g) {
                          w[t] = if sum(g per row) > 1 and rank >= 2 then w[t-1] else w[t-1] - g
                        }
                        """).executionPlan().orElseThrow();
        Buffer condition = plan.cells().get(1);
        assertThat(condition.before().kind()).isEqualTo(Kind.BOOLEAN);
        assertThat(plan.variants().unneeded())
                .noneMatch(unneeded -> unneeded.hasCell(condition))
                .anyMatch(unneeded -> unneeded.hasCell(plan.cells().get(0)));
    }

    @Test
    void stateOfRows_thatElementsReadAsItWas_isStoredBehindTheLastPass() {
        Plan plan = compile("""
                        optimizer Covered(w, g) {
                          state r = 0
                          state s = 0
                          nu   = r[t-1] + g^2
                          r[t] = amax(nu per row)
                          s[t] = s[t-1] + mean(g per row)
                          w[t] = w[t-1] - g / (1 + nu + s[t-1] / (1 + sum(s[t])))
                        }
                        """).executionPlan().orElseThrow();
        assertThat(plan.sweeps()).extracting(Sweep::isPass).containsExactly(true, false, true, false);
        assertThat(plan.sweeps())
                .extracting(PlannerTest::writtenCells)
                .containsExactly("", "r s", "s[t-1] / (1 + sum(s per tensor))", "r s");
    }

    private static String writtenCells(Sweep sweep) {
        return sweep.cellLoops().stream()
                .flatMap(loop -> loop.writes().stream())
                .filter(Buffer::isCell)
                .map(Buffer::name)
                .collect(Collectors.joining(" "));
    }

    @Test
    void reduction_isABarrier_andStatesAreStoredBeforeItWhereLessMovesThen() {
        Plan plan = compile("""
                        optimizer Trust(w, g) {
                          hyper lr   = 0.1 in [0, inf)
                          hyper beta = 0.9 in [0, 1)
                          state m = 0
                          m[t] = beta * m[t-1] + (1 - beta) * g
                          n    = norm(m[t])
                          k    = norm(w[t-1]) / (1 + n + norm(g per model))
                          w[t] = w[t-1] - lr * k * m[t]
                        }
                        """).executionPlan().orElseThrow();
        assertThat(PlanPrinter.print(plan)).isEqualTo("""
                each step
                  phase 1
                    prologue, per group of tensors, in double
                      m[t] = beta * m[t-1] + (1 - beta) * g
                      hand over 2 numbers, 0 conditions
                    sweep 1
                      loop: reads g m; writes m
                        m[t] = beta * m[t-1] + (1 - beta) * g
                      terms: reads w g m; writes sum(m^2 per tensor) sum(w[t-1]^2 per tensor) sum(g^2 per model)
                      4 values of memory traffic per element
                    barrier: what follows needs sum(m^2 per tensor), sum(w[t-1]^2 per tensor), sum(g^2 per model)
                    prologue, per tensor, in double
                      n = norm(m[t])
                      k = norm(w[t-1]) / (1 + n + norm(g per model))
                      hand over 1 number, 0 conditions
                    sweep 2
                      loop: reads w m; writes w
                        w[t] = w[t-1] - lr * k * m[t]
                      3 values of memory traffic per element
                  m written before the last sweep: 7 values move and not 8
                  7 values of memory traffic per element, in 2 sweeps
                """);
    }

    @Test
    void cellsOfAPoint_areComputedBeforeWhatReadsItsGradient() {
        Compilation compilation =
                compile("optimizer Ahead(w, g) {\n h = grad(w[t-1] - norm(g per row))\n w[t] = w[t-1] - 0.1 * h\n}\n");

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(PlanPrinter.print(compilation.executionPlan().orElseThrow()))
                .contains("over rows: reads sum(g^2 per row); writes");
    }

    /** On a step without an evaluation w[t-1] is read where w[t] is stored, so that one loop must do all that needs it. */
    @Test
    void valuesThatMayStillBeInPlace_areNotStoredBeforeTheyAreRead() {
        Plan plan = compile("""
                        optimizer Sometimes(w, g) {
                          p    = grad(w[t-1] + 1) when norm(g per model) < 1
                          u    = 1 < (w[t-1] - 1 + 1)^3
                          w[t] = if u then if u then w[t-3] else if u then 1 else 0 else p * g[t-1] * g
                        }
                        """).executionPlan().orElseThrow();

        assertThat(plan.sweeps().get(plan.sweeps().size() - 1).loops())
                .extracting(loop -> loop.writes().stream().map(Buffer::name).toList())
                .contains(List.of("w", "w[t-3]"));
    }

    @Test
    void sweepThatPreparesNothingButARestingEvaluation_isMadeOnSomeSteps() {
        Plan plan = compile("""
                        optimizer Anchored(w) {
                          g    = grad(2 * w[t-1]) when mod(t, 3) == 1
                          w[t] = w[t-1] - 0.1 * g
                        }
                        """).executionPlan().orElseThrow();

        assertThat(plan.sweeps()).extracting(Sweep::isOnSomeSteps).containsExactly(true, false);
        assertThat(plan.sweeps().get(0).loops().get(0).conditions())
                .containsExactly(plan.asked().get(0).when().orElseThrow());
        assertThat(PlanPrinter.print(plan))
                .contains("    sweep 1, on some steps\n")
                .contains("    sweep 1\n");
    }

    @Test
    void clippingBeforeAStatefulRule_costsOneReadMore() {
        Plan plan = compile("""
                        optimizer Clipped(w, g) {
                          hyper lr = 0.1 in [0, inf)
                          h = clip_by_global_norm(g, 1)
                          m = ema(h, 0.9)
                          w[t] = w[t-1] - lr * m
                        }
                        """).executionPlan().orElseThrow();
        assertThat(plan.sweeps()).extracting(Sweep::traffic).containsExactly(1, 5);
        assertThat(plan.sweeps()).extracting(sweep -> sweep.loops().size()).containsExactly(0, 1);
    }

    @Test
    void numbersOfTensors_areReducedWithoutAPass() {
        Plan plan = compile("""
                        optimizer Largest(w, g) {
                          hyper lr = 0.1 in [0, inf)
                          w[t] = w[t-1] - lr * g / (1 + amax(norm(g) per model))
                        }
                        """).executionPlan().orElseThrow();
        assertThat(plan.sweeps()).extracting(Sweep::traffic).containsExactly(1, 0, 3);
        assertThat(plan.sweeps().get(1).tensor().terms()).hasSize(1);
    }

    @Test
    void stateThatKeepsWhatItHas_isNotWritten() {
        Plan plan = compile("""
                        optimizer FromStart(w, g) {
                          hyper lr = 0.1 in [0, inf)
                          w[t] = w[0] - lr * g
                        }
                        """).executionPlan().orElseThrow();
        Loop loop = plan.sweeps().get(0).loops().get(0);
        assertThat(loop.writes()).extracting(Buffer::name).containsExactly("w");
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
        assertThat(plan.startLoops()).singleElement().satisfies(start -> {
            assertThat(start.reads()).extracting(Buffer::name).containsExactly("w");
            assertThat(start.writes()).extracting(Buffer::name).containsExactly("a");
        });
    }

    @Test
    void gradient_isABarrier_andWhatItOverwritesIsKeptAsMovesLeast() {
        Plan plan = compile("""
                        optimizer Pulled(w, g) {
                          a    = g + 0.1 * (w[t-1] - w[0])
                          b    = grad(w[t-1] - 0.1 * a) when mod(t, 2) == 0
                          w[t] = w[t-1] - 0.1 * (a + b)
                        }
                        """).executionPlan().orElseThrow();
        assertThat(PlanPrinter.print(plan)).endsWith("""
                each step
                  phase 1
                    prologue, per group of tensors, in double
                      when mod(t, 2) == 0
                      hand over 0 numbers, 1 condition
                    sweep 1
                      loop: reads w g w[0]; writes w a
                        a = g + 0.1 * (w[t-1] - w[0])
                        keep w on some steps
                      5 values of memory traffic per element
                  gradient at the point in w, on some steps: b = grad(w[t-1] - 0.1 * a) when mod(t, 2) == 0
                  phase 2
                    sweep 1
                      loop: reads g2 b w[t-1] a; writes w b
                        b = grad(w[t-1] - 0.1 * a) when mod(t, 2) == 0
                        w[t] = w[t-1] - 0.1 * (a + b)
                        keep b on some steps
                      6 values of memory traffic per element
                  w is kept before the first point is written over it: 2 values of memory traffic per element
                  kept over a later gradient: a, so that 11 values move and not 12 as with g(kept)
                  13 values of memory traffic per element, in 2 sweeps
                """);
    }

    @Test
    void whatCannotBeGenerated_isShownWhereItStands() {
        String pasts = IntStream.rangeClosed(1, 260)
                .mapToObj(age -> " - g[t-" + age + "]")
                .collect(Collectors.joining());

        assertThat(new DiagnosticRenderer(false)
                        .render(compile("optimizer Long(w, g) {\n  w[t] = w[t-1]" + pasts + "\n}\n")
                                .diagnostics()))
                .isEqualTo("""
                        rule.opt:1:11: error: the rule 'Long' has 261 arrays and 0 numbers in one loop, more than the 255 that a Java method takes
                            optimizer Long(w, g) {
                                      ^^^^
                          = keep fewer states, or make several rules of it
                        """);
    }

    /** AdamW and an average of what it leaves. */
    private static String averaged(String decayed) {
        return """
                        optimizer Averaged(w, g) {
                          hyper lr    = 0.1   in [0, inf)
                          hyper beta1 = 0.9   in [0, 1)
                          hyper beta2 = 0.999 in [0, 1)
                          hyper eps   = 1e-8  in [0, inf)
                          hyper wd    = 0.01  in [0, inf)
                          hyper decay = 0.99  in [0, 1)
                          state average = w[0]
                          m    = ema(g, beta1)
                          v    = ema(g^2, beta2)
                          w[t] = w[t-1] - lr * (m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + eps) + wd * %s)
                          average[t] = decay * average[t-1] + (1 - decay) * w[t]
                          output average
                        }
                        """.formatted(decayed);
    }

    @Test
    void longLoop_isOne_andMarked() {
        String averaged = averaged("w[t-1]");
        List<Loop> loops =
                compile(averaged).executionPlan().orElseThrow().sweeps().get(0).loops();
        assertThat(loops).hasSize(1).allSatisfy(loop -> assertThat(LoopBudget.isLong(loop))
                .isTrue());
        assertThat(Descant.compile(averaged).source())
                .containsPattern("mark = LongLoop.mark\\(mark\\);\\s+}\\s+LongLoop.end\\(from, mark\\);");
    }

    @Test
    void longLoopWithAValueInTwoSums_isSplit_andReadsBackWhatWasStored() {
        Plan plan = compile(averaged("(w[t-1] - g)")).executionPlan().orElseThrow();
        List<Loop> loops = plan.sweeps().get(0).loops();
        assertThat(loops).hasSize(2).allSatisfy(loop -> assertThat(LoopBudget.isLong(loop))
                .isFalse());
        assertThat(PlanPrinter.print(plan))
                .contains("""
                      loop: reads w g m v; writes w m v
                """, """
                      loop: reads w average; writes average
                        average[t] = decay * average[t-1] + (1 - decay) * w[t]
                """, "several loops where one would hold more than the JVM turns into vector code");
    }

    @Test
    void valueThatIsStoredUnderAnotherName_isReadBackInALaterLoop() {
        Plan plan = compile("""
                        optimizer Averaged(w, g) {
                          hyper beta1 = 0.9   in [0, 1)
                          hyper beta2 = 0.999 in [0, 1)
                          hyper wd    = 0.01  in [0, inf)
                          hyper decay = 0.99  in [0, 1)
                          state average = w[0]
                          m    = ema(g, beta1)
                          v    = ema(g^2, beta2)
                          u    = w[t-1] - 0.1 * (m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + 1e-8) + wd * (w[t-1] - g))
                          w[t] = u
                          average[t] = decay * average[t-1] + (1 - decay) * u
                          output average
                        }
                        """).executionPlan().orElseThrow();
        assertThat(PlanPrinter.print(plan)).contains("""
                      loop: reads w g m v; writes w m v
                """, """
                      loop: reads w average; writes average
                """);
    }

    @Test
    void stateThatAnotherTakesAsItWas_isNotStoredBeforeThat() {
        Plan plan = compile("""
                        optimizer Chain(w, g) {
                          state a = 0
                          state b = 0
                          state c = 0
                          state d = 0
                          a[t] = 0.5 * a[t-1] + g * g * g + d[t-1]
                          b[t] = 0.5 * b[t-1] + a[t-1] * g - a[t-1]
                          c[t] = 0.5 * c[t-1] + b[t-1] * g - b[t-1]
                          d[t] = 0.5 * d[t-1] + c[t-1] * g - c[t-1]
                          w[t] = w[t-1] - 0.1 * (a[t] + b[t] + c[t] + d[t]) * g - 0.01 * w[t-1]
                        }
                        """).executionPlan().orElseThrow();
        // Each of a, b, c, d is read, as it was, by the next one around: only w[t] can be apart, and it takes what they
        // have become.
        assertThat(plan.sweeps().get(0).loops())
                .extracting(loop -> loop.writes().stream().map(Buffer::name).toList())
                .containsExactly(List.of("a", "b", "c", "d"), List.of("w"));
    }

    @Test
    void valueThatNoStateCanCarry_isHandedFromLoopToLoop() {
        Plan plan = compile("""
                        optimizer Entangled(w, g) {
                          hyper lr = 1e-3 in [0, inf)
                          state m = 0
                          state a = 1
                          state b = 1
                          p    = a[t-1] / 3
                          q    = b[t-1] / 5
                          m[t] = (m[t-1] * q + g * p) / (p + q)
                          s    = m[t]^2 + p * q / (p + q)
                          a[t] = 0.9 * a[t-1] + 0.1 * (0.01 + s - 2 * m[t] * m[t-1] + m[t-1]^2)
                          b[t] = 0.8 * b[t-1] + 0.2 * (0.01 + s - 2 * g * m[t] + g^2)
                          w[t] = w[t-1] - lr * m[t] / (sqrt(s) + 1e-8)
                        }
                        """).executionPlan().orElseThrow();
        assertThat(plan.reasons())
                .contains("s handed from loop to loop, in memory as long as the longest array of values");
        List<Loop> loops = plan.sweeps().get(0).loops();
        assertThat(loops).allSatisfy(loop -> assertThat(LoopBudget.weight(loop)).isLessThan(52));
        assertThat(loops.get(0).writes()).extracting(Buffer::name).containsExactly("s");
    }

    @Test
    void whatTakesLongOnOneSideOfAChoice_isNotComputedInTheLoopOfTheChoice() {
        Plan plan = compile("""
                        optimizer Safe(w, g) {
                          state v = 0
                          v[t] = 0.9 * v[t-1] + abs(g)
                          w[t] = w[t-1] - (if v[t] > 0 then g / sqrt(v[t]) else 0)
                        }
                        """).executionPlan().orElseThrow();
        assertThat(PlanPrinter.print(plan)).contains("""
                      loop: reads g v; writes v g / sqrt(v)
                """);
    }

    /** In a first plan terms have other numbers: one that took them for what is kept would keep two. */
    @Test
    void whatIsKept_isNotTakenForTerms() {
        Plan plan = compile("""
                        optimizer Collide(w, g) {
                          hyper lr = 1e-3 in [0, inf)
                          hyper beta = 0.9 in [0, 1)
                          state m = 0
                          state v = 0
                          state q per tensor = 0
                          m[t] = beta * m[t-1] + (1 - beta) * g
                          v[t] = beta * v[t-1] + (1 - beta) * g^2
                          a = m[t] / (sqrt(v[t]) + 1e-8) / (1 + v[t]^2)
                          b = g + 1
                          s = sum(a * b per tensor)
                          q[t] = sum((w[t-1] / (1 + s^2))^2 per tensor)
                          w[t] = w[t-1] - lr * (a + b) / (1 + s^2 + q[t-1])
                        }
                        """).executionPlan().orElseThrow();

        assertThat(plan.carried()).isEqualTo(1);
        assertThat(plan.reasons())
                .contains("a kept for the last sweep, in memory as long as the longest array of values");
        List<Integer> ofTerms = plan.sweeps().stream()
                .flatMap(sweep -> sweep.termLoops().stream())
                .flatMap(loop -> loop.writes().stream())
                .map(Buffer::number)
                .toList();
        assertThat(ofTerms)
                .containsExactly(plan.buffers().size() + 1, plan.buffers().size() + 2);
    }

    @Test
    void reasons_areThoseOfWhatIsKeptOverAGradient_andOfWhatIsKeptForTheLastSweep() {
        Plan plan = compile("""
                        optimizer Three(w) {
                          hyper lr = 1e-3 in [0, inf)
                          hyper rho = 0.05 in [0, inf)
                          state m = 0
                          state v = 0
                          input y
                          g1 = grad(w[t-1])
                          h1 = y * g1
                          p = w[t-1] + rho * h1
                          g2 = grad(p)
                          m[t] = 0.9 * m[t-1] + 0.1 * g2
                          v[t] = 0.9 * v[t-1] + 0.1 * g2^2
                          a = m[t] / (sqrt(v[t]) + 1e-8) / (1 + v[t]^2)
                          s = sum(a^2 per tensor)
                          w[t] = w[t-1] - lr * a / (1 + s) - lr * h1
                        }
                        """).executionPlan().orElseThrow();

        assertThat(plan.carried()).isEqualTo(2);
        assertThat(plan.reasons())
                .anySatisfy(reason -> assertThat(reason).startsWith("kept over a later gradient: h1"))
                .anySatisfy(reason -> assertThat(reason).startsWith("a kept for the last sweep"));
    }
}
