package org.descant.grammar.syntax;

import org.descant.grammar.source.Span;

/** {@code import "adamw.opt"}. */
public record Import(String path, Span span) implements Node {}
