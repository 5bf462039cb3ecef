package org.descant.grammar.syntax;

import java.util.Optional;
import org.descant.grammar.source.Span;

/** A parameter of a def or a schedule, with its default if it has one. */
public record FormalParameter(Name name, Optional<Expression> defaultValue, Span span) implements Node {}
