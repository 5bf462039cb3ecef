package org.descant.compiler.ir;

/** A name under which a caller can read a state of the last step. */
public record Output(String name, State state) {}
