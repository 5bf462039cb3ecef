package org.descant.proof.bound;

import java.util.Arrays;
import org.descant.compiler.interpret.Space;

/** The values of one thing as they were computed, and how far the exact ones can be. */
final class Bounded {
    private final Space space;
    private final double[] values;
    private final double[] errors;

    /** @param errors of a condition: 0 if the exact one is surely the same, else infinite */
    Bounded(Space space, double[] values, double[] errors) {
        this.space = space;
        this.values = values;
        this.errors = errors;
    }

    static Bounded zero(Space space, int size) {
        return new Bounded(space, new double[size], new double[size]);
    }

    static Bounded exact(Space space, double[] values) {
        return new Bounded(space, values, new double[values.length]);
    }

    static Bounded number(double value, int groups) {
        double[] values = new double[groups];
        Arrays.fill(values, value);
        return exact(Space.GROUP, values);
    }

    Space space() {
        return space;
    }

    double[] values() {
        return values;
    }

    double[] errors() {
        return errors;
    }

    int size() {
        return values.length;
    }

    /** The same at the cells of a larger space. */
    Bounded spread(Space larger, int[] map) {
        double[] spreadValues = new double[map.length];
        double[] spreadErrors = new double[map.length];
        for (int i = 0; i < map.length; i++) {
            spreadValues[i] = values[map[i]];
            spreadErrors[i] = errors[map[i]];
        }
        return new Bounded(larger, spreadValues, spreadErrors);
    }

    /** The same values, of whose exact ones nothing is known. */
    Bounded unknown() {
        double[] infinite = new double[errors.length];
        Arrays.fill(infinite, Double.POSITIVE_INFINITY);
        return new Bounded(space, values, infinite);
    }

    Bounded copy() {
        return new Bounded(space, values.clone(), errors.clone());
    }
}
