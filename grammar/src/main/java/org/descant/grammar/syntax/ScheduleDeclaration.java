package org.descant.grammar.syntax;

import java.util.List;
import java.util.Optional;
import org.descant.grammar.source.Span;

/**
 * {@code schedule cosine(k, base = 0.1) = …} or with a body of plain equations and a {@link Return}; the first parameter is the clock.
 *
 * @param shortForm whether it was written with an equals sign
 */
public record ScheduleDeclaration(
        Optional<Doc> doc,
        Name name,
        List<FormalParameter> parameters,
        List<BodyItem> body,
        boolean shortForm,
        Span span)
        implements Declaration {
    public ScheduleDeclaration {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }
}
