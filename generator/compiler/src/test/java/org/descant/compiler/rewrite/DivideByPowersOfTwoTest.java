package org.descant.compiler.rewrite;

import static org.descant.compiler.rewrite.Laws.applies;
import static org.descant.compiler.rewrite.Laws.apply;
import static org.descant.compiler.rewrite.Laws.leaves;
import static org.descant.compiler.rewrite.Laws.nearMiss;

import org.assertj.core.api.Assertions;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.Operator;
import org.junit.jupiter.api.Test;

class DivideByPowersOfTwoTest {
    private final DivideByPowersOfTwo rewrite = new DivideByPowersOfTwo();

    @Test
    void powerOfTwo_becomesAFactor() {
        for (double divisor : new double[] {2, 0.5, -4, 0x1p126, 0x1p-126, -0x1p100}) {
            applies(
                    rewrite,
                    l -> apply(Operator.DIVIDE, l.x(), l.c(divisor)),
                    l -> apply(Operator.MULTIPLY, l.x(), l.c(1 / divisor)));
        }
    }

    @Test
    void otherDivisors_stay() {
        nearMiss(
                rewrite,
                l -> apply(Operator.DIVIDE, l.x(), l.c(3)),
                l -> apply(Operator.MULTIPLY, l.x(), l.c(1.0 / 3)));
        for (double divisor : new double[] {1, 0, -0.0, 10, Double.POSITIVE_INFINITY, Double.NaN}) {
            leaves(rewrite, l -> apply(Operator.DIVIDE, l.x(), l.c(divisor)));
        }
        leaves(rewrite, l -> apply(Operator.DIVIDE, l.c(2), l.x()));
    }

    @Test
    void powerBeyondFloat_staysForElementsOnly() {
        Assertions.assertThat(rewrite.rewrite(apply(
                        Operator.DIVIDE,
                        Laws.Letters.elements().x(),
                        Laws.Letters.elements().c(0x1p127))))
                .isEmpty();
        Assertions.assertThat(rewrite.rewrite(apply(Operator.DIVIDE, new Loss(), new Constant(0x1p127))))
                .contains(apply(Operator.MULTIPLY, new Loss(), new Constant(0x1p-127)));
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(rewrite, 30_000);
    }
}
