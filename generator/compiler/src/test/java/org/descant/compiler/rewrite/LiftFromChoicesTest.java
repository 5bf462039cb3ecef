package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.descant.compiler.rewrite.Laws.apply;

import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Verifier;
import org.descant.compiler.ir.Weight;
import org.descant.compiler.random.RuleBuilder;
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
    void operationsWithoutDivisionRootOrFunction_stay() {
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

    /** {@code w = w[t-1] - (if g > 0 then 1 / (if on then s else a[t-1]) else g)}, where s is there on steps on which {@code on} holds. */
    @Test
    void whatStandsStillOnSomeSteps_isReadWhereItWas() {
        RuleBuilder rule = new RuleBuilder();
        Expr on = rule.let("on", apply(Operator.GREATER, new StepCount(), new Constant(2)));
        rule.when("a", "on");
        Expr sum = rule.let("s", apply(Operator.ADD, new Gradient(0), new Gradient(0)));
        Expr held = rule.state("a", Shape.ELEMENT, new Constant(0));
        rule.update(held, sum).always();
        Expr quotient = apply(Operator.DIVIDE, new Narrow(new Constant(1)), apply(Operator.CHOOSE, on, sum, held));

        assertThat(after(rule.build(apply(Operator.SUBTRACT, new Weight(), whereRising(quotient)))))
                .isEqualTo("""
                        on: condition per step = t > 2
                        s: per element = gradient(0) + gradient(0) when on
                        w: per element = w[t-1] - (if gradient(0) > narrow(0) then narrow(1) / (if on then s else a[t-1]) else gradient(0))
                        next a = s
                        """);
    }

    @Test
    void equationOfSomeSteps_standsStillOnThoseOfItsClock() {
        RuleBuilder rule = new RuleBuilder();
        Expr on = rule.let("on", apply(Operator.GREATER, new StepCount(), new Constant(2)));
        rule.when("a", "on");
        Expr root = rule.let("r", whereRising(apply(Operator.SQRT, new Gradient(0))));
        Expr held = rule.state("a", Shape.ELEMENT, new Constant(0));
        rule.update(held, root).always();
        Expr last = rule.let("a", apply(Operator.CHOOSE, on, root, held));
        Expr again = whereRising(apply(Operator.SQRT, new Gradient(0)));

        assertThat(after(rule.build(apply(Operator.SUBTRACT, last, again)))).isEqualTo("""
                        on: condition per step = t > 2
                        #1: per element = sqrt(gradient(0)) when on
                        r: per element = if gradient(0) > narrow(0) then #1 else gradient(0) when on
                        a: per element = if on then r else a[t-1]
                        #2: per element = sqrt(gradient(0))
                        w: per element = a - (if gradient(0) > narrow(0) then #2 else gradient(0))
                        next a = r
                        """);
    }

    private static Expr whereRising(Expr value) {
        Expr rises = apply(Operator.GREATER, new Gradient(0), new Narrow(new Constant(0)));
        return apply(Operator.CHOOSE, rises, value, new Gradient(0));
    }

    private static String after(EquationSystem rule) {
        EquationSystem before = Verifier.verify(rule);
        EquationSystem after = Verifier.verify(REWRITER.rewrite(before).system());
        assertThat(Laws.difference(before, after)).isEmpty();
        return Equations.of(after);
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
