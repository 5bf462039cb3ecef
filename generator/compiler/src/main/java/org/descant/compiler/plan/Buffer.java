package org.descant.compiler.plan;

import org.descant.compiler.ir.Expr;

/**
 * An array that loops see.
 *
 * @param number its place in the order of the runtime: values, gradients, inputs, states per element
 * @param name the rule's name for it: {@code w}, {@code g}, {@code fast.m}
 * @param before what reads it as it was when the loop began: before the step, or what an earlier sweep of the step stored
 */
public record Buffer(int number, String name, Expr before) {}
