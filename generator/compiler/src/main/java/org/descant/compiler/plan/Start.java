package org.descant.compiler.plan;

import java.util.List;

/** What runs once, before the first step: it gives the states that do not start at 0 their start. */
public record Start(List<Sweep> sweeps) {
    public Start {
        sweeps = List.copyOf(sweeps);
    }
}
