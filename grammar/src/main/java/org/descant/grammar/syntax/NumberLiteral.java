package org.descant.grammar.syntax;

import org.descant.grammar.source.Span;

/** {@code 1e-3}, {@code 10_000}: the double nearest to what is written. Its span gives the numeral itself. */
public record NumberLiteral(double value, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitNumber(this);
    }
}
