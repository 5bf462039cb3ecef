package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoistStepScalarsTest {
    private static final Rewriter REWRITER = Rewriter.of(new HoistStepScalars());

    @Test
    void scalarsOfTheStep_becomeEquations() {
        assertThat(Equations.after(REWRITER, """
                        state m = 0
                        m[t] = beta * m[t-1] + (1 - beta) * g
                        w[t] = w[t-1] - lr * m[t] / (1 - beta^t)
                        """)).isEqualTo("""
                        s#1: per step = 1 - beta
                        m: per element = narrow(beta) * m[t-1] + narrow(s#1) * gradient(0)
                        s#2: per step = 1 - beta^t
                        w: per element = w[t-1] - narrow(lr) * m / narrow(s#2)
                        next m = m
                        """);
    }

    @Test
    void equalScalars_shareAnEquation_theAuthorsFirst() {
        assertThat(Equations.after(REWRITER, """
                        c = 1 - beta
                        w[t] = w[t-1] - (1 - beta) * g - 2 * lr * g^2 - 2 * lr * g
                        """)).isEqualTo("""
                        c: per step = 1 - beta
                        s#1: per step = 2 * lr
                        w: per element = w[t-1] - narrow(c) * gradient(0) - narrow(s#1) * gradient(0)^2 - narrow(s#1) * gradient(0)
                        """);
    }

    @Test
    void conditionOfTheStep_becomesAnEquation() {
        assertThat(Equations.after(REWRITER, "w[t] = if t > 10 then w[t-1] - g else w[t-1]"))
                .isEqualTo("""
                        s#1: condition per step = t > 10
                        w: per element = if s#1 then w[t-1] - gradient(0) else w[t-1]
                        """);
    }

    @Test
    void scalarInsideAReduction_becomesAnEquation() {
        assertThat(Equations.after(REWRITER, "w[t] = w[t-1] - g / sum(g * (1 - beta))"))
                .isEqualTo("""
                        s#1: per step = 1 - beta
                        w: per element = w[t-1] - gradient(0) / narrow(sum(gradient(0) * narrow(s#1) per tensor))
                        """);
    }

    @Test
    void hyperparametersConstantsAndT_stay() {
        String equations = """
                u: per element = narrow(lr) * gradient(0) + narrow(t) + narrow(2)
                w: per element = w[t-1] - u
                """;
        assertThat(Equations.after(REWRITER, "u = lr * g + t + 2\nw[t] = w[t-1] - u"))
                .isEqualTo(equations);
    }

    @Test
    void equationsOfTheStep_stay() {
        assertThat(Equations.after(REWRITER, "a = lr * (1 - beta)\nw[t] = w[t-1] - a * g"))
                .isEqualTo("""
                        a: per step = lr * (1 - beta)
                        w: per element = w[t-1] - narrow(a) * gradient(0)
                        """);
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(new HoistStepScalars(), 80_000);
    }
}
