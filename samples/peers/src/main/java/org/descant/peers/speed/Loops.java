package org.descant.peers.speed;

import java.util.Arrays;

/** The equations of both workloads by hand, in loops that C2 turns into vector code. For one thread. */
final class Loops {
    /** Elements whose values, gradient and states the first cache holds. */
    private static final int BLOCK = 4096;

    private static final int LANES = 128;
    private static final float[] COPY = new float[LANES];
    private static final float[] SUMS = new float[LANES];

    private static final float BETA1 = (float) Workload.BETA1;
    private static final float ONE_MINUS_BETA1 = (float) (1 - Workload.BETA1);
    private static final float BETA2 = (float) Workload.BETA2;
    private static final float ONE_MINUS_BETA2 = (float) (1 - Workload.BETA2);
    private static final float EPS = (float) Workload.EPS;
    private static final float KEPT = (float) Workload.AVERAGE_DECAY;
    private static final float NEW = (float) (1 - Workload.AVERAGE_DECAY);

    private Loops() {}

    /** What is one number in a step of AdamW. */
    record Rates(float shrink, float rate, float root) {
        static Rates of(Workload workload, int step) {
            double lr = workload.rate(step);
            return new Rates(
                    (float) (1 - lr * Workload.WEIGHT_DECAY), (float) (lr / Workload.correction1(step)), (float)
                            (1 / Math.sqrt(Workload.correction2(step))));
        }
    }

    static void adamW(float[] w, float[] g, float[] m, float[] v, Rates rates) {
        for (int from = 0; from < w.length; from += BLOCK) {
            adamW(w, g, m, v, 1, rates.shrink, rates.rate, rates.root, from, Math.min(from + BLOCK, w.length));
        }
    }

    /** AdamW on a gradient that is scaled, then the average, and the gradient is set to 0: block by block, in two loops, since one is too much for C2. */
    static void trainingStep(float[] w, float[] g, float[] m, float[] v, float[] average, float scale, Rates rates) {
        for (int from = 0; from < w.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, w.length);
            adamW(w, g, m, v, scale, rates.shrink, rates.rate, rates.root, from, to);
            average(w, g, average, from, to);
        }
    }

    private static void adamW(
            float[] w,
            float[] g,
            float[] m,
            float[] v,
            float scale,
            float shrink,
            float rate,
            float root,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            float h = scale * g[i];
            float mt = BETA1 * m[i] + ONE_MINUS_BETA1 * h;
            float vt = BETA2 * v[i] + ONE_MINUS_BETA2 * (h * h);
            m[i] = mt;
            v[i] = vt;
            w[i] = shrink * w[i] - rate * mt / ((float) Math.sqrt(vt) * root + EPS);
        }
    }

    private static void average(float[] w, float[] g, float[] average, int from, int to) {
        for (int i = from; i < to; i++) {
            average[i] = KEPT * average[i] + NEW * w[i];
            g[i] = 0;
        }
    }

    /** The sum of the squares: of a copy and over lanes, since C2 makes no vector code of a sum. */
    static double squares(float[] x) {
        double sum = 0;
        for (int from = 0; from < x.length; from += BLOCK) {
            Arrays.fill(SUMS, 0);
            int end = Math.min(from + BLOCK, x.length);
            for (int row = from; row < end; row += LANES) {
                int count = Math.min(LANES, end - row);
                System.arraycopy(x, row, COPY, 0, count);
                addSquares(SUMS, COPY, count);
            }
            for (float lane : SUMS) {
                sum += lane;
            }
        }
        return sum;
    }

    private static void addSquares(float[] lanes, float[] terms, int count) {
        for (int i = 0; i < count; i++) {
            lanes[i] += terms[i] * terms[i];
        }
    }
}
