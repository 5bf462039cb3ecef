package org.descant.compiler.plan;

import java.util.List;

/** What follows one evaluation of the gradient. */
public record Phase(List<Sweep> sweeps) {
    public Phase {
        sweeps = List.copyOf(sweeps);
    }
}
