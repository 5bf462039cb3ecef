package org.descant.harness.report;

import java.util.List;

/**
 * A rule and one thing that it was held against.
 *
 * @param against the name of a recording or of another rule
 * @param tolerance how far a run in double may be off, relative to the largest value; NaN where that is not how it is measured
 * @param source what made the numbers that were expected; empty if that says nothing
 * @param equations what is expected, as equations; empty if that is not known
 * @param untested what this shows nothing of: hyperparameters at values at which they do nothing, options that are off
 * @param alike groups of hyperparameters that have the same value as each other in every step: what takes one for another is not shown
 * @param checks in the order in which they were made
 */
public record ReportRow(
        String rule,
        String against,
        double tolerance,
        String source,
        String equations,
        List<String> untested,
        List<List<String>> alike,
        List<Check> checks) {
    /** What a rule is held against whose back ends are only held against each other. */
    public static final String ITSELF = "itself";

    public ReportRow {
        untested = List.copyOf(untested);
        alike = alike.stream().map(List::copyOf).toList();
        checks = List.copyOf(checks);
    }

    /** A row that leaves nothing untested that could be named. */
    public ReportRow(
            String rule, String against, double tolerance, String source, String equations, List<Check> checks) {
        this(rule, against, tolerance, source, equations, List.of(), List.of(), checks);
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
