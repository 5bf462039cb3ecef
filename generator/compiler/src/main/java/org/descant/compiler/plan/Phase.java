package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is done between two evaluations of the gradient.
 *
 * @param gradient what is asked for before its sweeps; nothing for what comes before the first
 * @param sweeps none if another gradient is asked for at once
 */
public record Phase(Optional<Asked> gradient, List<Sweep> sweeps) {
    public Phase {
        sweeps = List.copyOf(sweeps);
    }

    /** The phases of a course. */
    static List<Phase> of(Course course) {
        List<Phase> phases = new ArrayList<>();
        Optional<Asked> gradient = Optional.empty();
        int done = 0;
        for (Asked asked : course.asked()) {
            if (gradient.isPresent() || asked.afterSweeps() > 0) {
                phases.add(new Phase(gradient, course.sweeps().subList(done, asked.afterSweeps())));
            }
            gradient = Optional.of(asked);
            done = asked.afterSweeps();
        }
        phases.add(new Phase(
                gradient, course.sweeps().subList(done, course.sweeps().size())));
        return phases;
    }
}
