package org.descant.compiler.rewrite;

import static org.descant.compiler.rewrite.Laws.applies;
import static org.descant.compiler.rewrite.Laws.apply;
import static org.descant.compiler.rewrite.Laws.leaves;
import static org.descant.compiler.rewrite.Laws.nearMiss;

import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.rewrite.Laws.Letters;
import org.junit.jupiter.api.Test;

class CancelSignsTest {
    private final CancelSigns rewrite = new CancelSigns();

    private static Expr negated(Expr x) {
        return apply(Operator.NEGATE, x);
    }

    @Test
    void twoSigns_cancel() {
        applies(rewrite, l -> negated(negated(l.x())), Letters::x);
        for (Operator operator : new Operator[] {Operator.MULTIPLY, Operator.DIVIDE}) {
            applies(rewrite, l -> apply(operator, negated(l.x()), negated(l.y())), l -> apply(operator, l.x(), l.y()));
        }
    }

    @Test
    void factorMinusOne_isASign() {
        applies(rewrite, l -> apply(Operator.MULTIPLY, l.x(), l.c(-1)), l -> negated(l.x()));
        applies(rewrite, l -> apply(Operator.MULTIPLY, l.c(-1), l.x()), l -> negated(l.x()));
        applies(rewrite, l -> apply(Operator.DIVIDE, l.x(), l.c(-1)), l -> negated(l.x()));
        leaves(rewrite, l -> apply(Operator.DIVIDE, l.c(-1), l.x()));
    }

    @Test
    void signOfATerm_joinsTheSum() {
        applies(rewrite, l -> apply(Operator.ADD, l.x(), negated(l.y())), l -> apply(Operator.SUBTRACT, l.x(), l.y()));
        applies(rewrite, l -> apply(Operator.ADD, negated(l.x()), l.y()), l -> apply(Operator.SUBTRACT, l.y(), l.x()));
        applies(rewrite, l -> apply(Operator.SUBTRACT, l.x(), negated(l.y())), l -> apply(Operator.ADD, l.x(), l.y()));
    }

    @Test
    void sign_isLostInEvenPowersAndAbs() {
        for (Operator operator : new Operator[] {Operator.SQUARE, Operator.FOURTH, Operator.ABS}) {
            applies(rewrite, l -> apply(operator, negated(l.x())), l -> apply(operator, l.x()));
            applies(rewrite, l -> apply(operator, apply(Operator.ABS, l.x())), l -> apply(operator, l.x()));
        }
    }

    @Test
    void signOfADifference_stays() {
        nearMiss(
                rewrite,
                l -> negated(apply(Operator.SUBTRACT, l.x(), l.y())),
                l -> apply(Operator.SUBTRACT, l.y(), l.x()));
        nearMiss(
                rewrite,
                l -> apply(Operator.SUBTRACT, negated(l.x()), l.y()),
                l -> negated(apply(Operator.SUBTRACT, l.x(), negated(l.y()))));
    }

    @Test
    void signUnderAnOddPower_stays() {
        nearMiss(rewrite, l -> apply(Operator.CUBE, negated(l.x())), l -> apply(Operator.CUBE, l.x()));
        nearMiss(rewrite, l -> apply(Operator.SQUARE, apply(Operator.SQRT, l.x())), Letters::x);
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(rewrite, 20_000);
    }
}
