package org.descant.compiler.model;

import org.descant.grammar.source.Span;

/**
 * A def, a schedule or a rule that is applied.
 *
 * @param path what the names of its equations and states begin with
 * @param description what messages call it: {@code the def 'ema'}
 * @param rule whether it is a rule, which is an optimizer by itself
 * @param declaration where it is declared
 * @param place where it is applied
 */
public record ModelCall(String path, String description, boolean rule, Span declaration, Span place) {}
