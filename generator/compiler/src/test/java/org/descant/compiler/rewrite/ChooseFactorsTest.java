package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.descant.compiler.rewrite.Laws.apply;

import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Reduction;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.View;
import org.descant.compiler.ir.Weight;
import org.junit.jupiter.api.Test;

class ChooseFactorsTest {
    private final ChooseFactors rewrite = new ChooseFactors();
    private final Expr x = new Gradient(0);
    private final Expr a = of(Shape.ROW, Reduction.AMAX);
    private final Expr b = of(Shape.ROW, Reduction.SUM);
    private final Expr col = of(Shape.COL, Reduction.SUM);
    private final Expr one = new Narrow(new Constant(1));
    private final Expr c = apply(Operator.LESS, a, one);

    @Test
    void valueThatIsScaledOrNot_isScaledByAChosenFactor() {
        becomes(choose(c, x, times(x, a)), times(x, choose(c, one, a)));
        becomes(choose(c, x, times(a, x)), times(choose(c, one, a), x));
        becomes(choose(c, x, over(x, b)), over(x, choose(c, one, b)));
        becomes(choose(c, times(x, a), x), times(x, choose(c, a, one)));
    }

    @Test
    void factorsOfAChain_areChosenEach() {
        becomes(choose(c, x, over(times(x, a), b)), over(times(x, choose(c, one, a)), choose(c, one, b)));
    }

    @Test
    void choiceThatWouldBeNoSmaller_stays() {
        stays(choose(c, x, times(x, col)));
        stays(choose(c, x, times(x, new Weight())));
        stays(choose(apply(Operator.LESS, x, one), x, times(x, a)));
        stays(choose(c, a, times(a, b)));
    }

    @Test
    void otherBranches_stay() {
        stays(choose(c, x, over(a, x)));
        stays(choose(c, x, times(new Weight(), a)));
        stays(choose(c, x, apply(Operator.ADD, x, a)));
        stays(choose(c, x, x));
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(rewrite, 70_000);
    }

    private void becomes(Expr before, Expr after) {
        assertThat(rewrite.rewrite(before)).contains(after);
        Laws.holds(before, after);
    }

    private void stays(Expr expr) {
        assertThat(rewrite.rewrite(expr)).isEmpty();
    }

    private static Expr of(Shape shape, Reduction reduction) {
        return new Reduce(reduction, new Weight(), shape, View.FIRST);
    }

    private static Expr choose(Expr condition, Expr yes, Expr no) {
        return apply(Operator.CHOOSE, condition, yes, no);
    }

    private static Expr times(Expr left, Expr right) {
        return apply(Operator.MULTIPLY, left, right);
    }

    private static Expr over(Expr left, Expr right) {
        return apply(Operator.DIVIDE, left, right);
    }
}
