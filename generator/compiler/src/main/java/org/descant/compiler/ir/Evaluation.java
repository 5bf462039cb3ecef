package org.descant.compiler.ir;

/** One evaluation of the gradient, at a point; evaluation 0 of a rule with a header gradient is at {@link Weight}. */
public record Evaluation(int index, Expr point, Clock clock) {}
