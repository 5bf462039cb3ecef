package org.descant.grammar.syntax;

import java.util.Optional;
import org.descant.grammar.source.Span;

/** {@code return a[t]}. */
public record Return(Expression value, Span span) implements BodyItem {
    @Override
    public Optional<Doc> doc() {
        return Optional.empty();
    }
}
