package org.descant.grammar.syntax;

import org.descant.grammar.source.Span;

/** Anything that stands in a source text. */
public interface Node {
    Span span();
}
