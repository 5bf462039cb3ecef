package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.State;
import org.junit.jupiter.api.Test;

class DropDeadTest {
    private static final Rewriter REWRITER = Rewriter.of(new DropDead());

    @Test
    void whatNothingReads_goes() {
        assertThat(Equations.after(REWRITER, """
                        state m = 0
                        m[t] = beta * m[t-1] + g
                        a = g * 2
                        b = a * lr
                        w[t] = w[t-1] - lr * g
                        """)).isEqualTo("w: per element = w[t-1] - narrow(lr) * gradient(0)\n");
    }

    @Test
    void historiesThatNothingReads_go() {
        EquationSystem before = Equations.rule("""
                a = g[t-2]
                w[t] = w[t-1] - g
                """);
        assertThat(before.states()).isNotEmpty();
        assertThat(REWRITER.rewrite(before).system().states()).isEmpty();
    }

    @Test
    void whatOutputsAndLiveStatesNeed_stays() {
        EquationSystem after = REWRITER.rewrite(Equations.rule("""
                        state m = 0
                        state n = 0
                        state dead = 0
                        m[t] = n[t-1]
                        n[t] = g
                        dead[t] = dead[t-1] + m[t]
                        w[t] = w[t-1] - g
                        output m
                        """)).system();
        assertThat(after.states()).extracting(State::name).containsExactly("m", "n");
        assertThat(after.hypers()).hasSize(2);
    }

    @Test
    void conditionsOfLiveParts_stay() {
        assertThat(Equations.after(REWRITER, """
                        every = mod(t, 2) == 0
                        never = t < 0
                        a = ema(g, beta) when every
                        b = ema(g, beta) when never
                        w[t] = w[t-1] - a
                        """))
                .contains("every: condition per step = ")
                .doesNotContain("never");
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(new DropDead(), 100_000);
    }
}
