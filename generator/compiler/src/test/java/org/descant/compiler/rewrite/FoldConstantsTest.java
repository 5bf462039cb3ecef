package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.descant.compiler.rewrite.Laws.applies;
import static org.descant.compiler.rewrite.Laws.apply;
import static org.descant.compiler.rewrite.Laws.leaves;

import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Truth;
import org.junit.jupiter.api.Test;

class FoldConstantsTest {
    private final FoldConstants rewrite = new FoldConstants();

    private static Expr element(double value) {
        return new Narrow(new Constant(value));
    }

    @Test
    void numbers_areComputedInDouble() {
        assertThat(rewrite.rewrite(apply(Operator.ADD, new Constant(0.1), new Constant(0.2))))
                .contains(new Constant(0.30000000000000004));
        assertThat(rewrite.rewrite(apply(Operator.NEGATE, new Constant(0)))).contains(new Constant(-0.0));
        assertThat(rewrite.rewrite(apply(Operator.DIVIDE, new Constant(0), new Constant(0))))
                .contains(new Constant(Double.NaN));
        assertThat(rewrite.rewrite(apply(Operator.CLAMP, new Constant(5), new Constant(0), new Constant(1))))
                .contains(new Constant(1));
    }

    @Test
    void elements_areComputedWhereFloatAndDoubleAgree() {
        applies(rewrite, l -> apply(Operator.ADD, l.c(1), l.c(2)), l -> l.c(3));
        applies(rewrite, l -> apply(Operator.SQRT, l.c(2.25)), l -> l.c(1.5));
        assertThat(rewrite.rewrite(apply(Operator.ADD, element(0.3), element(0.6))))
                .isEmpty();
        assertThat(rewrite.rewrite(apply(Operator.MULTIPLY, element(0x1p100), element(0x1p100))))
                .contains(element(0x1p200));
        assertThat(rewrite.rewrite(apply(Operator.SUBTRACT, element(1 + 0x1p-40), element(1))))
                .isEmpty();
    }

    @Test
    void conditions_areDecided() {
        applies(rewrite, l -> apply(Operator.LESS, l.c(1), l.c(2)), l -> new Truth(true));
        applies(rewrite, l -> apply(Operator.EQUAL, l.c(Double.NaN), l.c(Double.NaN)), l -> new Truth(false));
        applies(rewrite, l -> apply(Operator.AND, new Truth(true), new Truth(false)), l -> new Truth(false));
        assertThat(rewrite.rewrite(apply(Operator.LESS, element(1), element(1 + 0x1p-40))))
                .isEmpty();
    }

    @Test
    void operandThatVaries_keepsTheOperation() {
        leaves(rewrite, l -> apply(Operator.MULTIPLY, l.c(0), l.x()));
        leaves(rewrite, l -> apply(Operator.ADD, l.x(), l.c(1)));
        leaves(rewrite, l -> apply(Operator.CHOOSE, new Truth(true), l.c(1), l.c(2)));
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(rewrite, 70_000);
    }
}
