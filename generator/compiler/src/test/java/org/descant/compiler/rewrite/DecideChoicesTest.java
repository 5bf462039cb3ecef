package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.descant.compiler.rewrite.Laws.applies;
import static org.descant.compiler.rewrite.Laws.apply;
import static org.descant.compiler.rewrite.Laws.leaves;
import static org.descant.compiler.rewrite.Laws.nearMiss;

import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Reduction;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.View;
import org.descant.compiler.ir.Weight;
import org.descant.compiler.random.RuleBuilder;
import org.descant.compiler.rewrite.Laws.Letters;
import org.junit.jupiter.api.Test;

class DecideChoicesTest {
    private final DecideChoices rewrite = new DecideChoices();

    @Test
    void knownCondition_choosesItsBranch() {
        applies(rewrite, l -> apply(Operator.CHOOSE, new Truth(true), l.x(), l.y()), Letters::x);
        applies(rewrite, l -> apply(Operator.CHOOSE, new Truth(false), l.x(), l.y()), Letters::y);
        applies(rewrite, l -> apply(Operator.CHOOSE_TRUTH, new Truth(false), l.a(), l.b()), Letters::b);
    }

    @Test
    void branchOfSmallerShape_spreads() {
        applies(rewrite, l -> apply(Operator.CHOOSE, new Truth(true), l.c(1), l.x()), l -> l.c(1));
    }

    @Test
    void equalBranches_needNoCondition() {
        applies(rewrite, l -> apply(Operator.CHOOSE, l.a(), l.x(), l.x()), Letters::x);
        nearMiss(rewrite, l -> apply(Operator.CHOOSE, l.a(), l.c(0), l.c(-0.0)), l -> l.c(0));
    }

    @Test
    void negatedCondition_swapsTheBranches() {
        applies(
                rewrite,
                l -> apply(Operator.CHOOSE, apply(Operator.NOT, l.a()), l.x(), l.y()),
                l -> apply(Operator.CHOOSE, l.a(), l.y(), l.x()));
    }

    @Test
    void choiceOfTruths_isItsCondition() {
        applies(rewrite, l -> apply(Operator.CHOOSE_TRUTH, l.a(), new Truth(true), new Truth(false)), Letters::a);
        leaves(rewrite, l -> apply(Operator.CHOOSE_TRUTH, l.a(), new Truth(false), new Truth(true)));
    }

    @Test
    void choiceBetweenEquals_isNotEither() {
        nearMiss(rewrite, l -> apply(Operator.CHOOSE, apply(Operator.EQUAL, l.x(), l.c(0)), l.c(0), l.x()), Letters::x);
    }

    @Test
    void wholeArgumentOfAReduction_keepsItsShape() {
        Expr one = new Narrow(new Constant(1));
        Expr ones = apply(Operator.CHOOSE, new Truth(true), one, new Gradient(0));
        RuleBuilder rule = new RuleBuilder();
        Expr sum = rule.let("n", new Reduce(Reduction.SUM, ones, Shape.TENSOR, View.FIRST));
        var system = rule.build(apply(Operator.ADD, new Weight(), new Narrow(sum)));
        assertThat(Rewriter.of(rewrite).rewrite(system).system()).isEqualTo(system);
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(rewrite, 40_000);
    }
}
