package org.descant.grammar.syntax;

import java.util.List;
import org.descant.grammar.source.Span;

/**
 * Operators of one level from left to right: {@code a + b - c} has three operands and two operators.
 */
public record Chain(List<Expression> operands, List<ChainOperator> operators, Span span) implements Expression {
    public Chain {
        operands = List.copyOf(operands);
        operators = List.copyOf(operators);
        if (operators.isEmpty() || operands.size() != operators.size() + 1) {
            throw new IllegalArgumentException(operands.size() + " operands, " + operators.size() + " operators");
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitChain(this);
    }
}
