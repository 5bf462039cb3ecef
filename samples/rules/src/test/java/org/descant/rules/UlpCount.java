package org.descant.rules;

import java.util.Arrays;
import java.util.Locale;
import org.descant.harness.compare.Ulps;

/**
 * How far two runs in float are from each other, in units in the last place.
 *
 * @param median over the elements; half an element's more where their number is even
 * @param largest {@link Long#MAX_VALUE} where one of the two is not a number
 */
record UlpCount(double median, long largest) {
    static UlpCount between(double[] a, double[] b) {
        long[] counts = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            counts[i] = Ulps.between((float) a[i], (float) b[i]).orElse(Long.MAX_VALUE);
        }
        Arrays.sort(counts);
        int middle = counts.length / 2;
        double median =
                counts.length % 2 == 1 ? counts[middle] : 0.5 * ((double) counts[middle - 1] + (double) counts[middle]);
        return new UlpCount(median, counts[counts.length - 1]);
    }

    boolean isNone() {
        return largest == 0;
    }

    /** Both, as two cells of a table. */
    String cells() {
        return String.format(Locale.ROOT, median == Math.rint(median) ? "%,.0f" : "%,.1f", median) + " | "
                + (largest == Long.MAX_VALUE ? "NaN" : String.format(Locale.ROOT, "%,d", largest));
    }
}
