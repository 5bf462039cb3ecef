package org.descant.compiler.plan;

import java.util.List;

/** What follows one evaluation of the gradient. */
public record Phase(Course course) {
    public List<Sweep> sweeps() {
        return course.sweeps();
    }
}
