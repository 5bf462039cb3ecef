package org.descant.grammar.syntax;

import org.descant.grammar.source.Span;

/** {@code -x} or {@code not c}. */
public record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitUnary(this);
    }
}
