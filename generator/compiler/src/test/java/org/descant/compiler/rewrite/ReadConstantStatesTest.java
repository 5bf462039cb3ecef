package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadConstantStatesTest {
    private static final Rewriter REWRITER = Rewriter.of(new ReadConstantStates(), new InlineCopies());

    private static String stateStartingAt(String start) {
        return Equations.after(REWRITER, """
                state m = %s
                m[t] = m[t-1]
                w[t] = w[t-1] - g * m[t-1]
                """.formatted(start));
    }

    @Test
    void stateThatStandsStill_isItsStart() {
        assertThat(stateStartingAt("2")).contains("w: per element = w[t-1] - gradient(0) * narrow(2)\n");
    }

    @Test
    void startThatVariesOrIsRounded_isRead() {
        assertThat(stateStartingAt("lr")).contains("m[t-1]\n");
        assertThat(stateStartingAt("0.1")).contains("m[t-1]\n");
    }

    @Test
    void parameterAtTheStart_isRead() {
        assertThat(Equations.after(REWRITER, "w[t] = w[t-1] - g * w[0]")).contains("w[0]");
    }

    @Test
    void wholeArgumentOfAReduction_keepsItsShape() {
        assertThat(Equations.after(Rewriter.strict(), """
                        off = false
                        a = ema(g, beta) when off
                        w[t] = w[t-1] - sum(a)
                        """)).contains("sum(a.a[t-1] per tensor)");
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(new ReadConstantStates(), 130_000);
    }
}
