package org.descant.cli;

import java.util.Map;
import java.util.Optional;

/**
 * What rules take in other JVMs, in nanoseconds for each parameter, by their names; nothing where it was not measured.
 *
 * @param scalar without vector instructions
 * @param vectors with the Vector API
 */
record OtherTimes(Map<String, Double> scalar, Map<String, Double> vectors) {
    static final OtherTimes NONE = new OtherTimes(Map.of(), Map.of());

    Optional<Double> scalar(String rule) {
        return Optional.ofNullable(scalar.get(rule));
    }

    Optional<Double> vectors(String rule) {
        return Optional.ofNullable(vectors.get(rule));
    }
}
