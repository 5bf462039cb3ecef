package com.example.app;

import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;

/** Walks down w squared. */
final class Fit {
    private final float[] w = {1};
    private final float[] g = {0};
    private final Parameters parameters =
            Parameters.builder().tensor("w", w, g, 1).build();

    Parameters parameters() {
        return parameters;
    }

    float after(int steps, Optimizer optimizer) {
        for (int i = 0; i < steps; i++) {
            g[0] = 2 * w[0];
            optimizer.step();
        }
        return w[0];
    }
}
