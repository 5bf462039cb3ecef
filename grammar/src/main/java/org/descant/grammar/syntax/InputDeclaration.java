package org.descant.grammar.syntax;

import java.util.Optional;
import org.descant.grammar.source.Span;

/** {@code input h} or {@code input metric per model}: a further value from the caller. */
public record InputDeclaration(Optional<Doc> doc, Name name, Optional<ShapeWord> per, Span span) implements BodyItem {}
