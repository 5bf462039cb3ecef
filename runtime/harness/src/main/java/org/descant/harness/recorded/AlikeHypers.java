package org.descant.harness.recorded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hyperparameters that have the same value as each other in every step of a run: it cannot tell a rule from one in which they are mixed up.
 * Those that are 0 are left out, since what reads them does not show at all.
 */
public final class AlikeHypers {
    private AlikeHypers() {}

    /**
     * The groups of a run, each of at least two names.
     *
     * @param defaults of hyperparameters that the run does not set; may hold others, too
     */
    public static List<List<String>> of(Trajectory run, Map<String, Double> defaults) {
        Map<String, Double> values = new LinkedHashMap<>(defaults);
        values.putAll(run.hypers());
        Map<String, List<Double>> courses = new LinkedHashMap<>();
        values.forEach((name, value) -> courses.put(name, new ArrayList<>(List.of(value))));
        for (RecordedStep step : run.steps()) {
            values.putAll(step.hypers());
            courses.forEach((name, course) -> course.add(values.getOrDefault(name, 0.0)));
        }
        Map<List<Double>, List<String>> names = new LinkedHashMap<>();
        courses.forEach((name, course) -> {
            if (course.stream().anyMatch(value -> value != 0)) {
                names.computeIfAbsent(course, none -> new ArrayList<>()).add(name);
            }
        });
        return names.values().stream()
                .filter(group -> group.size() > 1)
                .map(List::copyOf)
                .toList();
    }
}
