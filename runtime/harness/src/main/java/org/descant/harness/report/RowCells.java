package org.descant.harness.report;

import java.util.List;
import java.util.Optional;
import org.descant.harness.compare.Deviation;
import org.descant.harness.compare.RunResult;

/**
 * A row of a report as the cells of a table: rule, what it is held against, the largest error in double relative to the quantity's scale,
 * what is tolerated, the largest error in float, whether the back ends agree, and the verdict.
 */
final class RowCells {
    static final String DOUBLE = "double";
    static final String FLOAT = "float";
    static final String EQUATIONS = "equations";

    private RowCells() {}

    static List<String> of(ReportRow row) {
        Optional<Check> inDouble = check(row, DOUBLE);
        Optional<Check> inFloat = check(row, FLOAT);
        return List.of(
                row.rule(),
                row.against(),
                inDouble.map(RowCells::error).orElse(""),
                Double.isNaN(row.tolerance()) ? "" : ReportNumbers.error(row.tolerance()),
                inFloat.map(RowCells::inFloat).orElse(""),
                backEnds(row),
                row.verdict() == Verdict.SKIPPED ? reason(row) : row.verdict().word());
    }

    private static Optional<Check> check(ReportRow row, String name) {
        return row.checks().stream().filter(check -> check.name().equals(name)).findFirst();
    }

    private static String error(Check check) {
        return worst(check)
                .map(worst -> ReportNumbers.error(worst.relative()))
                .orElse(check.verdict().word());
    }

    /** What a bound leaves open is said beside it. */
    private static String inFloat(Check check) {
        String open = check.message().isEmpty() ? "" : " (" + check.message() + ")";
        return check.result()
                .map(result -> result.deviations().stream()
                        .mapToDouble(Deviation::relative)
                        .reduce(0, Math::max))
                .map(error -> (error.isNaN() ? "not a number" : ReportNumbers.error(error)) + open)
                .orElse(check.verdict().word());
    }

    private static Optional<Deviation> worst(Check check) {
        return check.result().filter(result -> !result.deviations().isEmpty()).map(RunResult::worst);
    }

    private static String backEnds(ReportRow row) {
        List<Check> others = row.checks().stream()
                .filter(check -> !List.of(DOUBLE, FLOAT, EQUATIONS).contains(check.name()))
                .toList();
        List<Check> made = others.stream()
                .filter(check -> check.verdict() != Verdict.SKIPPED)
                .toList();
        if (made.isEmpty()) {
            return others.isEmpty() ? "" : others.get(0).message();
        }
        return made.stream().allMatch(check -> check.verdict() == Verdict.GOOD) ? "same bits" : "differ";
    }

    private static String reason(ReportRow row) {
        return row.checks().isEmpty() ? "skipped" : row.checks().get(0).message();
    }
}
