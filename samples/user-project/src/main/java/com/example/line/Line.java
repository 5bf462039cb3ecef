package com.example.line;

import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;

/** A line y = a x + b, fitted to points. */
public final class Line {
    private final float[] w = {0, 0};
    private final float[] g = new float[2];
    private final Parameters parameters =
            Parameters.builder().tensor("line", w, g, 2).build();

    /** What an optimizer of this line is made with. */
    public Parameters parameters() {
        return parameters;
    }

    /** Fits the line to y = 2 x + 1, a point a step. */
    public void fit(Optimizer optimizer, int steps) {
        for (int i = 0; i < steps; i++) {
            float x = i % 5;
            float error = w[0] * x + w[1] - (2 * x + 1);
            g[0] = error * x;
            g[1] = error;
            optimizer.step();
        }
    }

    public float slope() {
        return w[0];
    }

    public float offset() {
        return w[1];
    }
}
