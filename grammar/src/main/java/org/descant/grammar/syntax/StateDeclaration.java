package org.descant.grammar.syntax;

import java.util.Optional;
import org.descant.grammar.source.Span;

/** {@code state d per model as f64 = d0}. */
public record StateDeclaration(
        Optional<Doc> doc,
        Name name,
        Optional<ShapeWord> per,
        Optional<StorageWord> storage,
        Expression start,
        Span span)
        implements BodyItem {}
