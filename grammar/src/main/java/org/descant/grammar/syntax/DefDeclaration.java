package org.descant.grammar.syntax;

import java.util.List;
import java.util.Optional;
import org.descant.grammar.source.Span;

/**
 * {@code def lerp(a, b, c) = …} or {@code def ema(x, beta) { … return a[t] }}. The short form is a body of one {@link Return}.
 *
 * @param shortForm whether it was written with an equals sign
 */
public record DefDeclaration(
        Optional<Doc> doc,
        Name name,
        List<FormalParameter> parameters,
        List<BodyItem> body,
        boolean shortForm,
        Span span)
        implements Declaration {
    public DefDeclaration {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }
}
