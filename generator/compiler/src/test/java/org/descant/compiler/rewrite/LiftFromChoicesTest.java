package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiftFromChoicesTest {
    private static final Rewriter REWRITER = Rewriter.of(new LiftFromChoices());

    @Test
    void divisionOnOneSide_becomesAnEquation() {
        assertThat(Equations.after(REWRITER, """
                        u = if g > 0 then g / sqrt(g + 1) else 0
                        w[t] = w[t-1] - u
                        """)).isEqualTo("""
                        #1: per element = gradient(0) / sqrt(gradient(0) + narrow(1))
                        u: per element = if gradient(0) > narrow(0) then #1 else narrow(0)
                        w: per element = w[t-1] - u
                        """);
    }

    @Test
    void numbersOfTheCondition_andOfChoicesInside_becomeEquations() {
        assertThat(Equations.after(
                        REWRITER, "w[t] = if sqrt(g) > 1 and g > 0 then 1 else (if g < 0 then 2 / g else sqrt(g))"))
                .isEqualTo("""
                        #1: per element = narrow(2) / gradient(0)
                        #2: per element = sqrt(gradient(0))
                        w: per element = if #2 > narrow(1) and gradient(0) > narrow(0) then narrow(1) else if gradient(0) < narrow(0) then #1 else #2
                        """);
    }

    @Test
    void fewOperations_stay() {
        String equations = """
                w: per element = if gradient(0) > narrow(0) then w[t-1] - gradient(0)^2 else w[t-1]
                """;
        assertThat(Equations.after(REWRITER, "w[t] = if g > 0 then w[t-1] - g^2 else w[t-1]"))
                .isEqualTo(equations);
    }

    @Test
    void whatHangsOnTheStep_stays() {
        String equations = """
                w: per element = if t > 10 then w[t-1] / gradient(0) else w[t-1]
                """;
        assertThat(Equations.after(REWRITER, "w[t] = if t > 10 then w[t-1] / g else w[t-1]"))
                .isEqualTo(equations);
    }

    @Test
    void choiceOfElements_inWhatHangsOnTheStep_stays() {
        String equations = """
                w: per element = w[t-1] - (if t > 10 then (if gradient(0) > narrow(0) then exp(gradient(0)) else narrow(1)) else gradient(0))
                """;
        assertThat(Equations.after(REWRITER, "w[t] = w[t-1] - (if t > 10 then (if g > 0 then exp(g) else 1) else g)"))
                .isEqualTo(equations);
    }

    @Test
    void argumentsOfReductions_stay() {
        String equations = """
                w: per element = w[t-1] - narrow(sum(if gradient(0) > narrow(0) then sqrt(gradient(0)) else gradient(0) per tensor))
                """;
        assertThat(Equations.after(REWRITER, "w[t] = w[t-1] - sum(if g > 0 then sqrt(g) else g per tensor)"))
                .isEqualTo(equations);
    }

    @Test
    void inputs_areNotAskedForMoreOften() {
        String equations = """
                w: per element = if gradient(0) > narrow(0) then w[t-1] / x else w[t-1]
                """;
        assertThat(Equations.after(REWRITER, """
                        input x
                        w[t] = if g > 0 then w[t-1] / x else w[t-1]
                        """)).isEqualTo(equations);
    }

    @Test
    void divisionOfNumbersOfTheStep_stays() {
        String equations = """
                w: per element = if gradient(0) > narrow(0) then w[t-1] * narrow(lr / t) else w[t-1]
                """;
        assertThat(Equations.after(REWRITER, "w[t] = if g > 0 then w[t-1] * (lr / t) else w[t-1]"))
                .isEqualTo(equations);
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(new LiftFromChoices(), 90_000);
    }
}
