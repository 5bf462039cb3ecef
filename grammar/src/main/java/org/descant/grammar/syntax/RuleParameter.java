package org.descant.grammar.syntax;

import java.util.List;
import java.util.Optional;
import org.descant.grammar.source.Span;

/** {@code rule inner = AdamW} or {@code rule inner = SGDMomentum(momentum: 0.5)}: a rule as a parameter, with its default. */
public record RuleParameter(Optional<Doc> doc, Name name, Name base, List<Argument> arguments, Span span)
        implements BodyItem {
    public RuleParameter {
        arguments = List.copyOf(arguments);
    }
}
