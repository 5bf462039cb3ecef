package org.descant.harness.reference;

import java.util.OptionalDouble;

/** An update rule, written out by hand for one element. An instance serves one model. */
interface ElementRule {
    /** What the rule asks for and remembers. */
    Signature signature();

    /** Computes what is remembered once for the whole model, before the elements of update {@code t}. */
    default void begin(Settings h, double t) {}

    /** A number that is remembered for the whole model; empty if there is none of this name. */
    default OptionalDouble number(String name) {
        return OptionalDouble.empty();
    }

    /**
     * One update in double.
     *
     * @param t the number of the update, from 1
     * @param w the parameter before it
     * @param g its gradient
     * @param s the states, in the order of the signature: before the update when called, after it on return
     * @return the parameter after it
     */
    double update(Settings h, double t, double w, double g, double[] s);

    /** The same update in float. */
    float update(Settings h, double t, float w, float g, float[] s);
}
