package org.descant.peers.speed;

/** The last tensor of a model after some steps, computed in double: what every contender should arrive at, up to rounding. */
final class Exact {
    /** Steps that are compared. */
    static final int STEPS = 20;

    private Exact() {}

    /**
     * How far a contender is from here after {@value #STEPS} steps: the largest difference as a share of the largest way that an element has gone.
     *
     * @param course one that has made no step
     */
    static double deviation(Course course, Workload workload, Size size) {
        for (int i = 0; i < STEPS; i++) {
            course.refill();
            course.step();
        }
        double[] expected = values(workload, size);
        double[] first = Numbers.doubles(Numbers.values(size.length()));
        double[] found = course.values();
        double difference = 0;
        double way = 0;
        for (int i = 0; i < expected.length; i++) {
            // A NaN is as far away as can be.
            difference = Math.max(difference, Math.abs(found[i] - expected[i]));
            way = Math.max(way, Math.abs(expected[i] - first[i]));
        }
        return difference / way;
    }

    static double[] values(Workload workload, Size size) {
        double[] w = Numbers.doubles(Numbers.values(size.length()));
        double[] g = Numbers.doubles(Numbers.gradient(size.length()));
        double[] m = new double[w.length];
        double[] v = new double[w.length];
        double scale = scale(workload, size, g);
        for (int step = 1; step <= STEPS; step++) {
            double lr = workload.rate(step);
            for (int i = 0; i < w.length; i++) {
                double h = scale * g[i];
                m[i] = Workload.BETA1 * m[i] + (1 - Workload.BETA1) * h;
                v[i] = Workload.BETA2 * v[i] + (1 - Workload.BETA2) * h * h;
                double mhat = m[i] / Workload.correction1(step);
                double vhat = v[i] / Workload.correction2(step);
                w[i] = w[i] * (1 - lr * Workload.WEIGHT_DECAY) - lr * mhat / (Math.sqrt(vhat) + Workload.EPS);
            }
        }
        return w;
    }

    private static double scale(Workload workload, Size size, double[] g) {
        if (workload == Workload.ADAMW) {
            return 1;
        }
        double squares = 0;
        for (double each : g) {
            squares += each * each;
        }
        return Workload.LONGEST / Math.max(Math.sqrt(size.tensors() * squares), Workload.LONGEST);
    }
}
