package org.descant.compiler.ir;

/** An option and what was chosen: {@code true}, {@code false} or an integer, as text. */
public record OptionValue(String name, String doc, String defaultValue, String value) {}
