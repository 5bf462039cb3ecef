package org.descant.compiler.ir;

/** A further value from the caller: per element, or smaller as declared. */
public record Input(String name, Shape shape) {}
