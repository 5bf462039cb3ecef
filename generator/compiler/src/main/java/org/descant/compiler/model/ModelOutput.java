package org.descant.compiler.model;

/** A name under which a state can be read. */
public record ModelOutput(String name, String state) {}
