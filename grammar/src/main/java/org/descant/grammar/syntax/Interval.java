package org.descant.grammar.syntax;

import org.descant.grammar.source.Span;

/** {@code [0, 1)}: two ends, each open or closed. */
public record Interval(Expression low, boolean lowOpen, Expression high, boolean highOpen, Span span) implements Node {}
