package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InlineCopiesTest {
    private static final Rewriter REWRITER = Rewriter.of(new InlineCopies());

    @Test
    void copies_areReadAtTheirSource() {
        assertThat(Equations.after(REWRITER, """
                        a = g
                        b = a
                        c = 2
                        d = b * c
                        e = d
                        w[t] = w[t-1] - e
                        """)).isEqualTo("""
                        a: per element = gradient(0)
                        b: per element = gradient(0)
                        c: constant = 2
                        d: per element = gradient(0) * narrow(2)
                        e: per element = d
                        w: per element = w[t-1] - d
                        """);
    }

    @Test
    void copyThatSpreads_stays() {
        assertThat(Equations.after(REWRITER, """
                        state m = w[0]
                        m[t] = sum(g)
                        w[t] = w[t-1] - m[t]
                        """)).isEqualTo("""
                        m: per element = narrow(sum(gradient(0) per tensor))
                        w: per element = w[t-1] - m
                        next m = m
                        """);
    }

    @Test
    void copyOfAnInput_stays() {
        assertThat(Equations.after(REWRITER, """
                        input h
                        a = h
                        w[t] = w[t-1] - (if t > 2 then a else g)
                        """)).isEqualTo("""
                        a: per element = h
                        w: per element = w[t-1] - (if t > 2 then a else gradient(0))
                        """);
    }

    @Test
    void conditionOfAClock_keepsItsName() {
        assertThat(Equations.after(REWRITER, """
                        every = mod(t, 2) == 0
                        same = every
                        a = ema(g, beta) when same
                        w[t] = w[t-1] - a
                        """)).contains("a: per element = if same then ");
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(new InlineCopies(), 110_000);
    }
}
