package org.descant.compiler.model;

import java.util.Optional;
import org.descant.compiler.ir.View;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.ShapeWord;

/**
 * A further value from the caller; per element where no shape is declared.
 *
 * @param view the matrices of the rule that declares it
 */
public record ModelInput(String name, Optional<ShapeWord> per, View view, Span span) {}
