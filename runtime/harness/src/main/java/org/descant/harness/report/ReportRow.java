package org.descant.harness.report;

import java.util.List;

/**
 * A rule and one thing that it was held against.
 *
 * @param against the name of a recording or of another rule
 * @param tolerance how far a run in double may be off, relative to the largest value; NaN where that is not how it is measured
 * @param source what made the numbers that were expected; empty if that says nothing
 * @param equations what is expected, as equations; empty if that is not known
 * @param checks in the order in which they were made
 */
public record ReportRow(
        String rule, String against, double tolerance, String source, String equations, List<Check> checks) {
    public ReportRow {
        checks = List.copyOf(checks);
    }

    /** The first verdict that is not good, or else whether there was anything to judge. */
    public Verdict verdict() {
        return checks.stream()
                .map(Check::verdict)
                .filter(verdict -> !verdict.isGood())
                .findFirst()
                .orElse(
                        checks.stream().allMatch(check -> check.verdict() == Verdict.SKIPPED)
                                ? Verdict.SKIPPED
                                : Verdict.GOOD);
    }
}
