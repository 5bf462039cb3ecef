package org.descant.grammar.syntax;

import java.util.Optional;
import org.descant.grammar.source.Span;

/**
 * {@code m[t] = …} or {@code mhat = … when c}.
 *
 * @param index what stands in the brackets behind the name on the left side
 */
public record Equation(
        Optional<Doc> doc,
        Name name,
        Optional<Expression> index,
        Expression value,
        Optional<Expression> when,
        Span span)
        implements BodyItem {}
