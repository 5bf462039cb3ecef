package org.descant.grammar.syntax;

import java.util.List;
import java.util.Optional;
import org.descant.grammar.source.Span;

/** {@code optimizer AMSGradW = AdamW(amsgrad: true, beta2 = 0.95)}. */
public record DerivedOptimizer(Optional<Doc> doc, Name name, Name base, List<Argument> arguments, Span span)
        implements Declaration {
    public DerivedOptimizer {
        arguments = List.copyOf(arguments);
    }
}
