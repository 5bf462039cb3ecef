package org.descant.grammar.syntax;

import java.util.Optional;
import org.descant.grammar.source.Span;

/** {@code matrix last}: tensors are stacks of matrices over their last two axes. */
public record MatrixView(Span span) implements BodyItem {
    @Override
    public Optional<Doc> doc() {
        return Optional.empty();
    }
}
