package org.descant.grammar.syntax;

import java.util.List;
import org.descant.grammar.source.Span;

/** {@code if c then a else if d then b else e}: the branches in order, then the value that is left. */
public record Conditional(List<Branch> branches, Expression otherwise, Span span) implements Expression {
    public Conditional {
        branches = List.copyOf(branches);
    }

    /** A condition and the value that it chooses. */
    public record Branch(Expression condition, Expression value) {}

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitConditional(this);
    }
}
