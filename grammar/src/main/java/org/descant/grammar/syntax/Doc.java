package org.descant.grammar.syntax;

import org.descant.grammar.source.Span;

/** A documentation comment: the text behind {@code ///}, its lines joined by line feeds, the leading blank of each removed. */
public record Doc(String text, Span span) implements Node {}
