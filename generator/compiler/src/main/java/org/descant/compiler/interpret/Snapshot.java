package org.descant.compiler.interpret;

import java.util.Map;

/** All that a rule remembers: how many steps were completed, and every state under its name. */
public record Snapshot(long steps, Map<String, double[]> states) {
    public Snapshot {
        states = Map.copyOf(states);
    }
}
