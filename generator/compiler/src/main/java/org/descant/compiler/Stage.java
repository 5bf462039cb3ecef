package org.descant.compiler;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One step of the way from text to class.
 *
 * @param name what {@code descant explain --stage} calls it
 * @param summary what it does, as a phrase
 * @param work does it, on what the stages before it have made; false where it reported an error
 * @param text what it made, for people
 */
public record Stage(String name, String summary, Predicate<Compilation> work, Function<Compilation, String> text) {}
