package org.descant.compiler.random;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What random rules are made of.
 *
 * @param equations about how many equations there are, besides those of states, clocks and w
 * @param depth how deep expressions nest at the most
 */
public record Features(Set<Feature> used, int equations, int depth) {
    public Features {
        used = Set.copyOf(used);
    }

    /** The whole language, in rules of a few lines. */
    public static Features all() {
        return new Features(EnumSet.allOf(Feature.class), 5, 4);
    }

    /** Rules that one sweep over the elements can compute: no reductions, one gradient, no clocks of their own. */
    public static Features elementwise() {
        return all().without(
                        Feature.REDUCTIONS,
                        Feature.ROWS_AND_COLS,
                        Feature.DIMENSIONS,
                        Feature.CLOCKS,
                        Feature.INPUTS,
                        Feature.LOSS,
                        Feature.SECOND_EVALUATION);
    }

    public Features without(Feature... features) {
        Set<Feature> fewer = EnumSet.noneOf(Feature.class);
        fewer.addAll(used);
        List.of(features).forEach(fewer::remove);
        return new Features(fewer, equations, depth);
    }

    public Features withEquations(int count) {
        return new Features(used, count, depth);
    }

    boolean has(Feature feature) {
        return used.contains(feature);
    }
}
