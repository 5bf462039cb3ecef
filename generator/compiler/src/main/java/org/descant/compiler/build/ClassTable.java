package org.descant.compiler.build;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names of classes, of which no two may be the same. Some file systems take two names for one that differ in case alone.
 *
 * @param <T> what a class comes from
 */
public final class ClassTable<T> {
    private final Map<String, Entry<T>> classes = new HashMap<>();

    /** A class that is in the table, and what it comes from. */
    public record Entry<T>(String className, T origin) {}

    /** Enters a class; gives the one that has its place already, if there is one. */
    public Optional<Entry<T>> add(String className, T origin) {
        return Optional.ofNullable(
                classes.putIfAbsent(className.toLowerCase(Locale.ROOT), new Entry<>(className, origin)));
    }
}
