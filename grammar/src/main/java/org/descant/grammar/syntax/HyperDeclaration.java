package org.descant.grammar.syntax;

import java.util.Optional;
import org.descant.grammar.source.Span;

/** {@code hyper beta1 = 0.9 in [0, 1)}. */
public record HyperDeclaration(
        Optional<Doc> doc, Name name, Optional<Expression> defaultValue, Optional<Interval> range, Span span)
        implements BodyItem {}
