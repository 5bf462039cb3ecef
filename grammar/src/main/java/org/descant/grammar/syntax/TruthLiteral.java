package org.descant.grammar.syntax;

import org.descant.grammar.source.Span;

/** {@code true} or {@code false}. */
public record TruthLiteral(boolean value, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitTruth(this);
    }
}
