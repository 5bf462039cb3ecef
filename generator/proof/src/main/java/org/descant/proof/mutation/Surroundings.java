package org.descant.proof.mutation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a mutation needs to know of the declaration around an expression.
 *
 * @param hypers the hyperparameters by name, each with its range as text; hyperparameters of one range can take each other's place
 * @param parameter what the declaration calls the parameter; none in a def or a schedule
 * @param sequences the names that have a past: the gradient and plain equations
 */
record Surroundings(Map<String, String> hypers, Optional<String> parameter, Set<String> sequences) {
    Surroundings {
        hypers = Map.copyOf(hypers);
        sequences = Set.copyOf(sequences);
    }
}
