package org.descant.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names of what a rule has of one kind, each of which it has once. */
final class Names {
    private final String rule;
    private final String kind;
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();

    Names(String rule, String kind, Stream<String> all) {
        this.rule = rule;
        this.kind = kind;
        names = all.toList();
        for (String name : names) {
            if (places.putIfAbsent(name, places.size()) != null) {
                throw new IllegalArgumentException(rule + " has two of the " + kind + " '" + name + "'");
            }
        }
    }

    /** Where among them one stands. */
    int place(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException(rule + " has no " + kind + " '" + name + "'; it has "
                    + (names.isEmpty() ? "none" : String.join(", ", names)));
        }
        return place;
    }
}
