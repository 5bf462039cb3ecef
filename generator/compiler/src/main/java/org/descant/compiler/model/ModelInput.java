package org.descant.compiler.model;

import java.util.Optional;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.ShapeWord;

/** A further value from the caller; per element where no shape is declared. */
public record ModelInput(String name, Optional<ShapeWord> per, Span span) {}
