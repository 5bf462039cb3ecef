package org.descant.grammar.syntax;

import org.descant.grammar.source.Span;

/** {@code x^2}. */
public record Power(Expression base, Expression exponent, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitPower(this);
    }
}
