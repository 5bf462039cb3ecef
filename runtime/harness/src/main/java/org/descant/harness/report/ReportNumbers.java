package org.descant.harness.report;

import java.util.Locale;
import java.util.OptionalLong;

/** How reports write numbers. */
final class ReportNumbers {
    private static final long MANY = 1_000_000;

    private ReportNumbers() {}

    /** Two digits are enough to judge an error by. */
    static String error(double error) {
        if (error == 0) {
            return "0";
        }
        return Double.isFinite(error) ? String.format(Locale.ROOT, "%.1e", error) : special(error);
    }

    /** As many digits as tell it from its neighbours; the shortest such decimal. */
    static String exact(double number) {
        return Double.isFinite(number) ? Double.toString(number) : special(number);
    }

    static String ulps(OptionalLong ulps) {
        if (ulps.isEmpty()) {
            return "no distance in ulps";
        }
        long count = ulps.getAsLong();
        if (count >= MANY) {
            return String.format(Locale.ROOT, "%.1e ulps", (double) count);
        }
        return count == 1 ? "1 ulp" : String.format(Locale.ROOT, "%,d ulps", count);
    }

    private static String special(double number) {
        return Double.isNaN(number) ? "NaN" : number > 0 ? "∞" : "-∞";
    }
}
