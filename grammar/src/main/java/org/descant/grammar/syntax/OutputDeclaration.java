package org.descant.grammar.syntax;

import java.util.Optional;
import org.descant.grammar.source.Span;

/** {@code output average = z.average} or {@code output average}. */
public record OutputDeclaration(Optional<Doc> doc, Name name, Optional<Expression> value, Span span)
        implements BodyItem {}
