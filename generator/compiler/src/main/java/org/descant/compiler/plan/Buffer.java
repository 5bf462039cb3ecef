package org.descant.compiler.plan;

import org.descant.compiler.ir.Expr;

/**
 * An array that loops see.
 *
 * @param number its place in the order of the runtime: values, gradients, inputs, states per element
 * @param name the rule's name for it: {@code w}, {@code g}, {@code fast.m}
 * @param before what reads it as it was when the step began
 */
public record Buffer(int number, String name, Expr before) {}
