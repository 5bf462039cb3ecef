package org.descant.proof.mutation;

import java.util.List;
import java.util.function.BiFunction;
import org.descant.grammar.syntax.Expression;

/**
 * A kind of mistake that can be made at an expression.
 *
 * @param mistake what was done, in the past tense: {@code "sign flipped"}
 * @param variants what can stand there instead; empty where the mistake cannot be made
 */
record MutationOperator(String mistake, BiFunction<Expression, Surroundings, List<Expression>> variants) {
    List<Expression> variants(Expression expression, Surroundings around) {
        return variants.apply(expression, around);
    }
}
