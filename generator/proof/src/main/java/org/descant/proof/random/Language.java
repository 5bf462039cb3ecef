package org.descant.proof.random;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What random rules are made of.
 *
 * @param equations about how many equations an optimizer has, besides those of its states and of w
 * @param depth how deep expressions nest at the most
 */
public record Language(Set<Feature> features, int equations, int depth) {
    public Language {
        features = Set.copyOf(features);
    }

    /** All of it, in rules of a few lines. */
    public static Language whole() {
        return new Language(EnumSet.allOf(Feature.class), 4, 3);
    }

    /** What code can be generated for. */
    public static Language generated() {
        return whole();
    }

    public Language without(Feature... fewer) {
        Set<Feature> rest = EnumSet.noneOf(Feature.class);
        rest.addAll(features);
        List.of(fewer).forEach(rest::remove);
        return new Language(rest, equations, depth);
    }

    public Language sized(int equations, int depth) {
        return new Language(features, equations, depth);
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }
}
