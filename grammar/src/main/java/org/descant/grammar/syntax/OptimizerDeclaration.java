package org.descant.grammar.syntax;

import java.util.List;
import java.util.Optional;
import org.descant.grammar.source.Span;

/** {@code optimizer Adam(w, g) { … }}; without a gradient in the header, the rule asks for its gradients itself. */
public record OptimizerDeclaration(
        Optional<Doc> doc, Name name, Name parameter, Optional<Name> gradient, List<BodyItem> body, Span span)
        implements Declaration {
    public OptimizerDeclaration {
        body = List.copyOf(body);
    }
}
