package org.descant.compiler.rewrite;

import static org.descant.compiler.rewrite.Laws.applies;
import static org.descant.compiler.rewrite.Laws.apply;
import static org.descant.compiler.rewrite.Laws.leaves;
import static org.descant.compiler.rewrite.Laws.nearMiss;

import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.rewrite.Laws.Letters;
import org.junit.jupiter.api.Test;

class SimplifyConditionsTest {
    private final SimplifyConditions rewrite = new SimplifyConditions();

    @Test
    void neutralTruth_isLeftOut() {
        applies(rewrite, l -> apply(Operator.AND, new Truth(true), l.a()), Letters::a);
        applies(rewrite, l -> apply(Operator.AND, l.a(), new Truth(true)), Letters::a);
        applies(rewrite, l -> apply(Operator.OR, new Truth(false), l.a()), Letters::a);
        applies(rewrite, l -> apply(Operator.OR, l.a(), new Truth(false)), Letters::a);
    }

    @Test
    void dominantTruth_remains() {
        applies(rewrite, l -> apply(Operator.AND, new Truth(false), l.a()), l -> new Truth(false));
        applies(rewrite, l -> apply(Operator.AND, l.a(), new Truth(false)), l -> new Truth(false));
        applies(rewrite, l -> apply(Operator.OR, new Truth(true), l.a()), l -> new Truth(true));
        applies(rewrite, l -> apply(Operator.OR, l.a(), new Truth(true)), l -> new Truth(true));
    }

    @Test
    void conditionTwice_isOnce() {
        applies(rewrite, l -> apply(Operator.AND, l.a(), l.a()), Letters::a);
        applies(rewrite, l -> apply(Operator.OR, l.a(), l.a()), Letters::a);
        leaves(rewrite, l -> apply(Operator.OR, l.a(), l.b()));
    }

    @Test
    void negation_ofNegationOrEquality_isSimpler() {
        applies(rewrite, l -> apply(Operator.NOT, apply(Operator.NOT, l.a())), Letters::a);
        applies(
                rewrite,
                l -> apply(Operator.NOT, apply(Operator.EQUAL, l.x(), l.y())),
                l -> apply(Operator.NOT_EQUAL, l.x(), l.y()));
        applies(
                rewrite,
                l -> apply(Operator.NOT, apply(Operator.NOT_EQUAL, l.x(), l.y())),
                l -> apply(Operator.EQUAL, l.x(), l.y()));
    }

    @Test
    void negationOfAnOrder_staysBecauseOfNaN() {
        nearMiss(
                rewrite,
                l -> apply(Operator.NOT, apply(Operator.LESS, l.x(), l.y())),
                l -> apply(Operator.GREATER_OR_EQUAL, l.x(), l.y()));
        nearMiss(rewrite, l -> apply(Operator.EQUAL, l.x(), l.x()), l -> apply(Operator.OR, l.a(), new Truth(true)));
    }

    @Test
    void randomRules_keepTheirBits() {
        Laws.keepsBitsOfRandomRules(rewrite, 50_000);
    }
}
