package org.descant.rules;

import java.util.Map;

/** A rule at work on the tensors of a recorded run, in double. */
interface Replay {
    /** Sets a hyperparameter. */
    void set(String hyper, double value);

    /** Makes one update from the recorded gradients, by tensor. */
    void step(Map<String, double[]> gradients);

    /** The parameters of a tensor. */
    double[] values(String tensor);

    /** A state of a tensor: one number for each element, or a single one. */
    double[] state(String tensor, String slot);
}
