package org.descant.harness.recorded;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Copies of maps that keep the order of the file, for messages and reports. */
final class InOrder {
    private InOrder() {}

    static <T> Map<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** With other names for some of the entries. */
    static <T> Map<String, T> renamed(Map<String, T> map, Function<String, String> names) {
        Map<String, T> renamed = new LinkedHashMap<>();
        map.forEach((name, value) -> renamed.put(names.apply(name), value));
        return renamed;
    }
}
