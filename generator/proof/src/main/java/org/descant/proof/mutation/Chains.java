package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.List;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Unary;
import org.descant.grammar.syntax.UnaryOperator;

/** Mistakes in sums, products and conditions that are joined. */
final class Chains {
    private Chains() {}

    /** A term forgotten. */
    static List<Expression> termDropped(Expression expression, Surroundings around) {
        return Edits.isSum(expression) ? eachDropped((Chain) expression) : List.of();
    }

    /** A factor or divisor forgotten. */
    static List<Expression> factorDropped(Expression expression, Surroundings around) {
        return Edits.isProduct(expression) ? eachDropped((Chain) expression) : List.of();
    }

    private static List<Expression> eachDropped(Chain chain) {
        List<Expression> dropped = new ArrayList<>();
        for (int place = 0; place < chain.operands().size(); place++) {
            dropped.add(without(chain, place));
        }
        return dropped;
    }

    /** The chain without an operand; what then stands first keeps its sign, or becomes a divisor of 1. */
    static Expression without(Chain chain, int place) {
        List<Expression> operands = Edits.without(chain.operands(), place);
        List<ChainOperator> operators = Edits.without(chain.operators(), Math.max(place - 1, 0));
        if (place == 0) {
            Expression first = operands.get(0);
            switch (chain.operators().get(0)) {
                case SUBTRACT -> operands = Edits.replaced(operands, 0, Edits.negated(first));
                case DIVIDE -> {
                    operands = new ArrayList<>(operands);
                    operands.add(0, Edits.number(1, first.span()));
                    operators = new ArrayList<>(operators);
                    operators.add(0, ChainOperator.DIVIDE);
                }
                case ADD, MULTIPLY, AND, OR -> {}
            }
        }
        return operators.isEmpty() ? operands.get(0) : new Chain(operands, operators, chain.span());
    }

    /** Multiplied where it is to be divided, and the other way round. */
    static List<Expression> productTurned(Expression expression, Surroundings around) {
        return turned(expression, ChainOperator.MULTIPLY, ChainOperator.DIVIDE);
    }

    /** One condition is enough where all must hold, the other way round, and {@code not} forgotten. */
    static List<Expression> logicTurned(Expression expression, Surroundings around) {
        if (expression instanceof Unary unary && unary.operator() == UnaryOperator.NOT) {
            return List.of(unary.operand());
        }
        List<Expression> turned = new ArrayList<>(turned(expression, ChainOperator.AND, ChainOperator.OR));
        if (!turned.isEmpty()) {
            turned.addAll(eachDropped((Chain) expression));
        }
        return turned;
    }

    private static List<Expression> turned(Expression expression, ChainOperator one, ChainOperator other) {
        List<Expression> turned = new ArrayList<>();
        if (expression instanceof Chain chain) {
            for (int place = 0; place < chain.operators().size(); place++) {
                ChainOperator operator = chain.operators().get(place);
                if (operator == one || operator == other) {
                    turned.add(Edits.with(chain, place, operator == one ? other : one));
                }
            }
        }
        return turned;
    }
}
