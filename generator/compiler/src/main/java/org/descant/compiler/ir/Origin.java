package org.descant.compiler.ir;

import org.descant.grammar.source.Span;

/** Where an equation came from: its text as one line of canonical ASCII, and its place. */
public record Origin(String text, Span span) {}
