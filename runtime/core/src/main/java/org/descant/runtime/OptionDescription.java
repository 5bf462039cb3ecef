package org.descant.runtime;

/**
 * A choice that was made when the rule was compiled.
 *
 * @param name the name in the rule
 * @param value the value chosen, as a rule writes it: {@code true} or {@code 3}
 */
public record OptionDescription(String name, String value) {}
