package org.descant.grammar.syntax;

import org.descant.grammar.source.Span;

/** {@code m[t-1]}: a name at a time. */
public record Indexed(Reference base, Expression index, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitIndexed(this);
    }
}
