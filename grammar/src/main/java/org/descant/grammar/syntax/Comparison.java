package org.descant.grammar.syntax;

import org.descant.grammar.source.Span;

/** {@code a < b}; there are no chains of comparisons. */
public record Comparison(ComparisonOperator operator, Expression left, Expression right, Span span)
        implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitComparison(this);
    }
}
