package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Reference;

/** The small number that keeps a divisor from 0, in one of the places where other papers and packages have it. */
final class Epsilons {
    private Epsilons() {}

    /** Under the root for beside it, out of the divisor, into the corrected value or out of it. */
    static List<Expression> moved(Expression expression, Surroundings around) {
        List<Expression> moved = new ArrayList<>();
        if (expression instanceof Call call) {
            outOfArguments(call, moved);
        } else if (Edits.isSum(expression)) {
            intoTerms((Chain) expression, moved);
        } else if (Edits.isProduct(expression)) {
            outOfFactors((Chain) expression, moved);
        }
        return moved;
    }

    /** {@code sqrt(v + eps)} becomes {@code sqrt(v) + eps}. */
    private static void outOfArguments(Call call, List<Expression> moved) {
        for (int place = 0; place < call.arguments().size(); place++) {
            Expression value = call.arguments().get(place).value();
            if (find(value).isPresent()) {
                Chain sum = (Chain) value;
                moved.add(Edits.sum(Edits.with(call, place, rest(sum)), epsilon(sum)));
            }
        }
    }

    /** {@code sqrt(v) + eps} becomes {@code sqrt(v + eps)}, {@code v / c + eps} becomes {@code (v + eps) / c}. */
    private static void intoTerms(Chain sum, List<Expression> moved) {
        if (find(sum).isEmpty()) {
            return;
        }
        Expression rest = rest(sum);
        if (rest instanceof Call call) {
            for (int place = 0; place < call.arguments().size(); place++) {
                Expression value = call.arguments().get(place).value();
                moved.add(Edits.with(call, place, Edits.sum(value, epsilon(sum))));
            }
        } else if (Edits.isProduct(rest)) {
            Chain product = (Chain) rest;
            moved.add(Edits.with(product, 0, Edits.sum(product.operands().get(0), epsilon(sum))));
        }
    }

    /** {@code m / (v + eps)} becomes {@code m / v + eps}, and {@code (v + eps) / c} too comes apart. */
    private static void outOfFactors(Chain product, List<Expression> moved) {
        for (int place = 0; place < product.operands().size(); place++) {
            if (find(product.operands().get(place)).isPresent()) {
                Chain sum = (Chain) product.operands().get(place);
                moved.add(Edits.sum(Edits.with(product, place, rest(sum)), epsilon(sum)));
            }
        }
    }

    /** Where eps is added in a sum. */
    private static OptionalInt find(Expression expression) {
        if (Edits.isSum(expression)) {
            Chain sum = (Chain) expression;
            for (int place = 1; place < sum.operands().size(); place++) {
                if (isEpsilon(sum.operands().get(place)) && sum.operators().get(place - 1) == ChainOperator.ADD) {
                    return OptionalInt.of(place);
                }
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isEpsilon(Expression expression) {
        return expression instanceof Reference reference
                && reference.path().size() == 1
                && reference.path().get(0).text().startsWith("eps");
    }

    private static Expression epsilon(Chain sum) {
        return sum.operands().get(find(sum).orElseThrow());
    }

    private static Expression rest(Chain sum) {
        return Chains.without(sum, find(sum).orElseThrow());
    }
}
