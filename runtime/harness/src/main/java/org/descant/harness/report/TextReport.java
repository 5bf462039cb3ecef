package org.descant.harness.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.descant.harness.compare.Deviation;
import org.descant.harness.compare.RunResult;

/** A report for a terminal: a table of all rows, then what a person needs to find the mistake in each that is not good. */
public final class TextReport {
    /** Details of more would not be read. */
    private static final int DETAILED = 10;

    private TextReport() {}

    /** The report, without a line end at its end. */
    public static String of(Report report) {
        List<String> parts = new ArrayList<>();
        parts.add(table(report));
        List<ReportRow> bad =
                report.rows().stream().filter(row -> !row.verdict().isGood()).toList();
        bad.stream().limit(DETAILED).forEach(row -> parts.add(details(row)));
        if (bad.size() > DETAILED) {
            parts.add((bad.size() - DETAILED) + " more rows are not good; name a rule to see its details.");
        }
        report.rows().stream()
                .filter(row -> row.verdict().isGood())
                .flatMap(row -> row.checks().stream())
                .filter(check -> check.name().equals(RowCells.EQUATIONS))
                .forEach(check -> parts.add(check.message().stripTrailing()));
        List<String> limits = Limits.of(report);
        if (!limits.isEmpty()) {
            parts.add(String.join("\n", limits));
        }
        parts.add(summary(report));
        return String.join("\n\n", parts);
    }

    /** One line: how many rows came out how. */
    public static String summary(Report report) {
        return report.title() + ": " + counts(report);
    }

    static String counts(Report report) {
        String counts = List.of(Verdict.GOOD, Verdict.DIFFERS, Verdict.FAILED, Verdict.SKIPPED).stream()
                .filter(verdict -> report.count(verdict) > 0)
                .map(verdict -> report.count(verdict) + " " + verdict.word())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "nothing to check" : counts;
    }

    /** What is wrong with a row; empty if nothing is. */
    public static String details(ReportRow row) {
        List<String> lines = new ArrayList<>();
        for (Check check : row.checks()) {
            if (check.verdict().isGood()) {
                continue;
            }
            if (lines.isEmpty()) {
                lines.add(row.rule() + " against " + row.against() + ", " + check.name() + ": "
                        + check.verdict().word());
                lines.addAll(body(row, check));
            } else {
                lines.add("  " + check.name() + ": " + check.verdict().word()
                        + (check.message().isEmpty() ? "" : ": " + check.message())
                        + check.result()
                                .flatMap(RunResult::parting)
                                .map(parting -> ": " + PartingText.headline(parting))
                                .orElse(""));
            }
        }
        return String.join("\n", lines);
    }

    private static List<String> body(ReportRow row, Check check) {
        List<String> lines = new ArrayList<>();
        if (!check.message().isEmpty()) {
            check.message().lines().forEach(line -> lines.add("  " + line));
            if (check.result().isPresent()) {
                lines.add("");
            }
        }
        check.result().ifPresent(result -> {
            result.parting().ifPresent(parting -> PartingText.of(parting)
                    .forEach(line -> lines.add(line.isEmpty() ? "" : "  " + line)));
            unseen(result).forEach(line -> lines.add("  " + line));
        });
        if (!row.equations().isEmpty()) {
            lines.add("");
            lines.add("  expected of " + row.source());
            row.equations().lines().forEach(line -> lines.add("    " + line));
        }
        return lines;
    }

    private static List<String> unseen(RunResult result) {
        String names =
                result.unseen().stream().map(Deviation::quantity).distinct().collect(Collectors.joining(", "));
        return names.isEmpty() ? List.of() : List.of("recorded, but not among the states of the rule: " + names);
    }

    private static String table(Report report) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("rule", "against", "largest error", "tolerance", "float", "back ends", ""));
        report.rows().forEach(row -> cells.add(RowCells.of(row)));
        int columns = cells.get(0).size();
        int[] widths = new int[columns];
        cells.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return cells.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            boolean number = i == 2 || i == 3 || i == 4;
            line.append(i == 0 ? "" : "  ")
                    .append(number ? space : "")
                    .append(cells.get(i))
                    .append(number ? "" : space);
        }
        return line.toString().stripTrailing();
    }
}
