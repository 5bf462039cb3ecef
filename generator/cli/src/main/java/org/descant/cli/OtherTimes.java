package org.descant.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rules take in other JVMs, by their names; nothing where it was not measured. */
final class OtherTimes {
    static final OtherTimes NONE = new OtherTimes(Map.of(), Map.of());

    /** Stands for what a vector form brings where there is none. */
    private static final String NO_FORM = "none";

    private final Map<String, List<String>> scalar;
    private final Map<String, List<String>> vectors;

    /**
     * What a vector form brings.
     *
     * @param nanos that a step with it takes for each parameter
     * @param ratio of the time of the class alone to that: above 1 the vector form is faster
     */
    record Gain(double nanos, double ratio) {
        /** As a word of {@link OtherTimes}. */
        static List<String> words(Optional<Gain> gain) {
            return gain.map(some -> List.of("" + some.nanos, "" + some.ratio)).orElse(List.of(NO_FORM));
        }
    }

    /**
     * @param scalar words on rules without vector instructions: the nanoseconds of a step for each parameter
     * @param vectors words on rules with the Vector API: those of {@link Gain}
     */
    OtherTimes(Map<String, List<String>> scalar, Map<String, List<String>> vectors) {
        this.scalar = Map.copyOf(scalar);
        this.vectors = Map.copyOf(vectors);
    }

    /** The nanoseconds of a step without vector instructions, for each parameter. */
    Optional<Double> scalar(String rule) {
        return words(scalar, rule).map(words -> Double.valueOf(words.get(0)));
    }

    /** What the vector form brings where there is one. */
    Optional<Gain> vectors(String rule) {
        return words(vectors, rule)
                .filter(words -> !words.get(0).equals(NO_FORM))
                .map(words -> new Gain(Double.parseDouble(words.get(0)), Double.parseDouble(words.get(1))));
    }

    /** Whether it is known that there is no vector form. */
    boolean hasNoForm(String rule) {
        return words(vectors, rule).filter(List.of(NO_FORM)::equals).isPresent();
    }

    private static Optional<List<String>> words(Map<String, List<String>> all, String rule) {
        return Optional.ofNullable(all.get(rule));
    }
}
