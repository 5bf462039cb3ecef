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
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Verifier;
import org.descant.compiler.ir.Weight;
import org.descant.compiler.random.RuleBuilder;
import org.junit.jupiter.api.Test;

class DecideClocksTest {
    /** {@code a = part(g) when on}, where the part adds up what it is given. */
    private static EquationSystem summedWhen(Expr condition) {
        RuleBuilder rule = new RuleBuilder();
        Expr on = rule.let("on", condition);
        rule.when("a", "on");
        Expr past = rule.state("a.sum", Shape.ELEMENT, new Constant(0));
        Expr sum = rule.let("a.sum", apply(Operator.ADD, past, new Gradient(0)));
        Expr held = rule.state("a", Shape.ELEMENT, new Constant(0));
        rule.update(past, sum).update(held, sum).always();
        Expr a = rule.let("a", apply(Operator.CHOOSE, on, sum, held));
        Expr twice = apply(Operator.MULTIPLY, new Narrow(new Constant(2)), a);
        return Verifier.verify(rule.build(apply(Operator.SUBTRACT, new Weight(), twice)));
    }

    private static String rewritten(Expr condition) {
        EquationSystem before = summedWhen(condition);
        EquationSystem after = Verifier.verify(Rewriter.strict().rewrite(before).system());
        assertThat(Laws.difference(before, after)).isEmpty();
        return Equations.of(after);
    }

    @Test
    void partThatIsAlwaysActive_joinsItsCaller() {
        assertThat(rewritten(new Truth(true))).isEqualTo("""
                        a.sum: per element = a.sum[t-1] + gradient(0)
                        w: per element = w[t-1] - narrow(2) * a.sum
                        next a.sum = a.sum
                        """);
    }

    @Test
    void partThatIsNeverActive_isWhatItHolds() {
        assertThat(rewritten(new Truth(false))).isEqualTo("w: per element = w[t-1]\n");
    }

    @Test
    void partThatIsSometimesActive_stays() {
        assertThat(rewritten(apply(Operator.GREATER, new StepCount(), new Constant(2))))
                .isEqualTo("""
                        on: condition per step = t > 2
                        a.sum: per element = a.sum[t-1] + gradient(0) when on
                        a: per element = if on then a.sum else a[t-1]
                        w: per element = w[t-1] - narrow(2) * a
                        next a.sum = a.sum
                        next a = a.sum
                        """);
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(new DecideClocks(), 120_000);
    }
}
