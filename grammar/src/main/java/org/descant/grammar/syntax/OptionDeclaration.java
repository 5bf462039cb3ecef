package org.descant.grammar.syntax;

import java.util.Optional;
import org.descant.grammar.source.Span;

/** {@code option amsgrad = false}. */
public record OptionDeclaration(Optional<Doc> doc, Name name, Expression defaultValue, Span span) implements BodyItem {}
