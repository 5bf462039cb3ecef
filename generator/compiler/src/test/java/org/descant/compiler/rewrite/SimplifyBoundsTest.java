package org.descant.compiler.rewrite;

import static org.descant.compiler.rewrite.Laws.applies;
import static org.descant.compiler.rewrite.Laws.apply;
import static org.descant.compiler.rewrite.Laws.nearMiss;

import org.descant.compiler.ir.Operator;
import org.descant.compiler.rewrite.Laws.Letters;
import org.junit.jupiter.api.Test;

class SimplifyBoundsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private final SimplifyBounds rewrite = new SimplifyBounds();

    @Test
    void infiniteBound_isLeftOut() {
        applies(rewrite, l -> apply(Operator.MAX, l.x(), l.c(-INF)), Letters::x);
        applies(rewrite, l -> apply(Operator.MAX, l.c(-INF), l.x()), Letters::x);
        applies(rewrite, l -> apply(Operator.MIN, l.x(), l.c(INF)), Letters::x);
        applies(rewrite, l -> apply(Operator.MIN, l.c(INF), l.x()), Letters::x);
    }

    @Test
    void boundByItself_isLeftOut() {
        applies(rewrite, l -> apply(Operator.MAX, l.x(), l.x()), Letters::x);
        applies(rewrite, l -> apply(Operator.MIN, l.x(), l.x()), Letters::x);
    }

    @Test
    void clamp_withOneInfiniteBound_isTheOther() {
        applies(rewrite, l -> apply(Operator.CLAMP, l.x(), l.c(-INF), l.y()), l -> apply(Operator.MIN, l.x(), l.y()));
        applies(rewrite, l -> apply(Operator.CLAMP, l.x(), l.y(), l.c(INF)), l -> apply(Operator.MAX, l.x(), l.y()));
    }

    @Test
    void boundThatAlwaysBinds_staysBecauseOfNaN() {
        nearMiss(rewrite, l -> apply(Operator.MAX, l.x(), l.c(INF)), l -> apply(Operator.ABS, l.c(INF)));
        nearMiss(rewrite, l -> apply(Operator.MIN, l.x(), l.c(-INF)), l -> apply(Operator.NEGATE, l.c(INF)));
    }

    @Test
    void clampToOneValue_staysBecauseOfNaN() {
        nearMiss(rewrite, l -> apply(Operator.CLAMP, l.x(), l.c(1), l.c(1)), l -> apply(Operator.ABS, l.c(1)));
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(rewrite, 60_000);
    }
}
