package org.descant.grammar.syntax;

import org.descant.grammar.source.Span;

/** A name where it stands, in its canonical ASCII spelling; {@code span().text()} is the spelling of the author. */
public record Name(String text, Span span) implements Node {}
