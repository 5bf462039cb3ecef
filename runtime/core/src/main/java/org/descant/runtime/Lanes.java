package org.descant.runtime;

import java.util.Arrays;

/** Places that terms are put to side by side, in arrays no longer than a chunk of terms, so that both have one index. */
final class Lanes {
    private static final int PANEL = ReductionTree.BLOCK;

    private final ReductionKind kind;
    private final float[][] floats;
    private final double[][] doubles;
    private final float[] floatTerms;
    private final double[] doubleTerms;

    Lanes(ReductionKind kind, ElementType elementType, int length) {
        this.kind = kind;
        int panels = panels(length);
        floats = new float[elementType == ElementType.FLOAT ? panels : 0][PANEL];
        doubles = new double[elementType == ElementType.DOUBLE ? panels : 0][PANEL];
        floatTerms = new float[floats.length > 0 ? PANEL : 0];
        doubleTerms = new double[doubles.length > 0 ? PANEL : 0];
    }

    private static int panels(int length) {
        return length == 0 ? 0 : (length - 1) / PANEL + 1;
    }

    /** How many there are. */
    long length() {
        return (floats.length + doubles.length) * (long) PANEL;
    }

    /** Forgets what the first lanes have. */
    void clear(int count) {
        double none = ReductionTree.none(kind);
        for (int panel = 0; panel < panels(count); panel++) {
            int end = Math.min(PANEL, count - panel * PANEL);
            if (floats.length > 0) {
                Arrays.fill(floats[panel], 0, end, (float) none);
            } else {
                Arrays.fill(doubles[panel], 0, end, none);
            }
        }
    }

    /** Puts some lanes, from a first one on, to sums of double. */
    void addTo(double[] sums, int place, int lane, int count) {
        for (int done = 0; done < count; ) {
            int from = (lane + done) % PANEL;
            int more = Math.min(count - done, PANEL - from);
            if (floats.length > 0) {
                addTo(sums, place + done, floats[(lane + done) / PANEL], from, more);
            } else {
                LaneLoops.add(kind, doubles[(lane + done) / PANEL], from, sums, place + done, more);
            }
            done += more;
        }
    }

    private void addTo(double[] sums, int place, float[] panel, int from, int count) {
        switch (kind) {
            case SUM, MEAN -> {
                for (int i = 0; i < count; i++) {
                    sums[place + i] += panel[from + i];
                }
            }
            case AMAX -> {
                for (int i = 0; i < count; i++) {
                    sums[place + i] = Math.max(sums[place + i], panel[from + i]);
                }
            }
            case AMIN -> {
                for (int i = 0; i < count; i++) {
                    sums[place + i] = Math.min(sums[place + i], panel[from + i]);
                }
            }
        }
    }

    /** Puts some terms to the lanes from a first one on. */
    void add(float[] terms, int from, int lane, int count) {
        for (int done = 0; done < count; ) {
            int place = (lane + done) % PANEL;
            int more = Math.min(count - done, PANEL - place);
            float[] panel = floats[(lane + done) / PANEL];
            if (from + done == place) {
                LaneLoops.add(kind, terms, panel, place, place + more);
            } else {
                System.arraycopy(terms, from + done, floatTerms, place, more);
                LaneLoops.add(kind, floatTerms, panel, place, place + more);
            }
            done += more;
        }
    }

    /** Takes a whole block of terms, as many rows as it has, to the first lanes, which have none yet; and overwrites them. */
    void takeBlock(float[] terms, int from) {
        LaneLoops.ofBlock(kind, terms, from, ReductionTree.BLOCK);
        System.arraycopy(terms, from, floats[0], 0, ReductionTree.LANES);
    }

    /** Puts some terms to the lanes from a first one on. */
    void add(double[] terms, int from, int lane, int count) {
        for (int done = 0; done < count; ) {
            int place = (lane + done) % PANEL;
            int more = Math.min(count - done, PANEL - place);
            double[] panel = doubles[(lane + done) / PANEL];
            if (from + done == place) {
                LaneLoops.add(kind, terms, panel, place, place + more);
            } else {
                System.arraycopy(terms, from + done, doubleTerms, place, more);
                LaneLoops.add(kind, doubleTerms, panel, place, place + more);
            }
            done += more;
        }
    }

    /** Takes a whole block of terms, as many rows as it has, to the first lanes, which have none yet; and overwrites them. */
    void takeBlock(double[] terms, int from) {
        LaneLoops.ofBlock(kind, terms, from, ReductionTree.BLOCK);
        System.arraycopy(terms, from, doubles[0], 0, ReductionTree.LANES);
    }
}
