package org.descant.compiler.rewrite;

import static org.descant.compiler.rewrite.Laws.applies;
import static org.descant.compiler.rewrite.Laws.apply;
import static org.descant.compiler.rewrite.Laws.leaves;
import static org.descant.compiler.rewrite.Laws.nearMiss;

import org.descant.compiler.ir.Operator;
import org.descant.compiler.rewrite.Laws.Letters;
import org.junit.jupiter.api.Test;

class DropNeutralOperandsTest {
    private final DropNeutralOperands rewrite = new DropNeutralOperands();

    @Test
    void one_asFactorDivisorOrExponent_isLeftOut() {
        applies(rewrite, l -> apply(Operator.MULTIPLY, l.x(), l.c(1)), Letters::x);
        applies(rewrite, l -> apply(Operator.MULTIPLY, l.c(1), l.x()), Letters::x);
        applies(rewrite, l -> apply(Operator.DIVIDE, l.x(), l.c(1)), Letters::x);
        applies(rewrite, l -> apply(Operator.POWER, l.x(), l.c(1)), Letters::x);
    }

    @Test
    void zero_ofTheNeutralSign_isLeftOut() {
        applies(rewrite, l -> apply(Operator.SUBTRACT, l.x(), l.c(0)), Letters::x);
        applies(rewrite, l -> apply(Operator.ADD, l.x(), l.c(-0.0)), Letters::x);
        applies(rewrite, l -> apply(Operator.ADD, l.c(-0.0), l.x()), Letters::x);
    }

    @Test
    void zero_ofTheOtherSign_stays() {
        nearMiss(rewrite, l -> apply(Operator.ADD, l.x(), l.c(0)), Letters::x);
        nearMiss(rewrite, l -> apply(Operator.ADD, l.c(0), l.x()), Letters::x);
        nearMiss(rewrite, l -> apply(Operator.SUBTRACT, l.x(), l.c(-0.0)), Letters::x);
        nearMiss(rewrite, l -> apply(Operator.SUBTRACT, l.c(0), l.x()), l -> apply(Operator.NEGATE, l.x()));
    }

    @Test
    void lawsOfRealNumbers_thatFailForInfinitiesOrNaN_areNotUsed() {
        nearMiss(rewrite, l -> apply(Operator.MULTIPLY, l.x(), l.c(0)), l -> apply(Operator.ABS, l.c(0)));
        nearMiss(rewrite, l -> apply(Operator.SUBTRACT, l.x(), l.x()), l -> apply(Operator.ABS, l.c(0)));
        nearMiss(rewrite, l -> apply(Operator.DIVIDE, l.x(), l.x()), l -> apply(Operator.ABS, l.c(1)));
        nearMiss(rewrite, l -> apply(Operator.DIVIDE, l.c(1), l.x()), Letters::x);
        leaves(rewrite, l -> apply(Operator.POWER, l.c(1), l.x()));
    }

    @Test
    void oneThatOnlyFloatRoundsToOne_stays() {
        leaves(rewrite, l -> apply(Operator.MULTIPLY, l.x(), l.c(1 + 0x1p-40)));
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(rewrite, 10_000);
    }
}
