package org.descant.grammar.syntax;

import java.util.Optional;
import org.descant.grammar.source.Span;

/**
 * What is passed or derived: {@code x}, {@code beta: 0.9} or, in a derivation only, {@code beta2 = 0.95}.
 *
 * @param name empty for a positional argument
 * @param fixes whether a named argument was written with a colon; with an equals sign it gives a default that stays settable
 */
public record Argument(Optional<Name> name, boolean fixes, Expression value, Span span) implements Node {}
