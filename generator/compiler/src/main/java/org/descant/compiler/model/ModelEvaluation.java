package org.descant.compiler.model;

import org.descant.compiler.ir.Clock;

/** One evaluation of the gradient at a point. */
public record ModelEvaluation(int index, Term point, Clock clock) {}
