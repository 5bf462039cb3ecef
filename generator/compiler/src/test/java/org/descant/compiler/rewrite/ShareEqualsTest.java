package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareEqualsTest {
    private static final Rewriter REWRITER = Rewriter.of(new ShareEquals());

    @Test
    void equalParts_areComputedOnce() {
        assertThat(Equations.after(REWRITER, """
                        a = g / sqrt(abs(g) + lr)
                        w[t] = w[t-1] - a * sqrt(abs(g) + lr)
                        """)).isEqualTo("""
                        #1: per element = sqrt(abs(gradient(0)) + narrow(lr))
                        a: per element = gradient(0) / #1
                        w: per element = w[t-1] - a * #1
                        """);
    }

    @Test
    void partThatHasAName_isReadByIt() {
        assertThat(Equations.after(REWRITER, """
                        a = g * (g^2 + lr)
                        square = g^2
                        w[t] = w[t-1] - a * square
                        """)).isEqualTo("""
                        square: per element = gradient(0)^2
                        a: per element = gradient(0) * (square + narrow(lr))
                        w: per element = w[t-1] - a * square
                        """);
    }

    @Test
    void equalReductions_areComputedOnce() {
        assertThat(Equations.after(REWRITER, "w[t] = w[t-1] - g / (sum(g * lr) + sum(g * lr))"))
                .isEqualTo("""
                        #1: per tensor = sum(gradient(0) * narrow(lr) per tensor)
                        w: per element = w[t-1] - gradient(0) / narrow(#1 + #1)
                        """);
    }

    @Test
    void singleCheapOperations_stay() {
        assertThat(Equations.after(REWRITER, "a = g^2 + 1\nw[t] = w[t-1] - a * g^2"))
                .isEqualTo("""
                        a: per element = gradient(0)^2 + narrow(1)
                        w: per element = w[t-1] - a * gradient(0)^2
                        """);
    }

    @Test
    void partsOfReductions_stay() {
        assertThat(Equations.after(REWRITER, "w[t] = w[t-1] - sqrt(g * lr) / sum(sqrt(g * lr))"))
                .isEqualTo("""
                        w: per element = w[t-1] - sqrt(gradient(0) * narrow(lr)) / narrow(sum(sqrt(gradient(0) * narrow(lr)) per tensor))
                        """);
    }

    @Test
    void inputsReadOnlyInBranches_areNotAskedForMoreOften() {
        assertThat(Equations.after(REWRITER, """
                        input h
                        a = if t > 2 then sqrt(h * lr) else g
                        w[t] = w[t-1] - (if t > 3 then sqrt(h * lr) else a)
                        """)).isEqualTo("""
                        a: per element = if t > 2 then sqrt(h * narrow(lr)) else gradient(0)
                        w: per element = w[t-1] - (if t > 3 then sqrt(h * narrow(lr)) else a)
                        """);
    }

    @Test
    void elementsOfARuleWithTwoGradients_stay() {
        assertThat(Equations.after(REWRITER, """
                        n = grad(w[t-1] - sqrt(g * lr))
                        w[t] = w[t-1] - sqrt(g * lr) - sqrt(g * lr) * n
                        """)).isEqualTo("""
                        n: per element = gradient(1)
                        w: per element = w[t-1] - sqrt(gradient(0) * narrow(lr)) - sqrt(gradient(0) * narrow(lr)) * n
                        """);
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(new ShareEquals(), 90_000);
    }
}
