package org.descant.harness.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a good report does not show, in words, so that nobody takes it for more than it is. */
final class Limits {
    /** A report on more rules is about something else than what each of them lacks. */
    private static final int RULES = 5;

    private Limits() {}

    static List<String> of(Report report) {
        List<ReportRow> good = report.rows().stream()
                .filter(row -> row.verdict() == Verdict.GOOD)
                .toList();
        Map<String, Set<String>> untested = new LinkedHashMap<>();
        Map<String, Set<String>> alike = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (ReportRow row : good) {
            if (row.against().equals(ReportRow.ITSELF)) {
                lines.add(
                        row.rule() + ": no recorded run to hold it against, so this says that interpreter and generated"
                                + " classes agree, and not that the equations are right");
            } else if (!Double.isNaN(row.tolerance())) {
                untested.computeIfAbsent(row.rule(), none -> new LinkedHashSet<>(row.untested()))
                        .retainAll(row.untested());
                alike.computeIfAbsent(row.rule(), none -> pairs(row)).retainAll(pairs(row));
            }
        }
        untested.forEach((rule, names) -> {
            if (!names.isEmpty()) {
                lines.add(rule + ": no run here tests what depends on " + String.join(", ", names));
            }
        });
        alike.forEach((rule, pairs) -> pairs.forEach(pair -> lines.add(
                rule + ": no run here tells " + pair + ", which are the same in each: a mix-up would not show")));
        if (untested.size() > RULES) {
            lines.clear();
        }
        boolean open = good.stream()
                .flatMap(row -> row.checks().stream())
                .anyMatch(check ->
                        check.name().equals(RowCells.FLOAT) && !check.message().isEmpty());
        if (open) {
            lines.add(
                    "open: the share of the values in float for which there is no bound, since rounding can change what"
                            + " the rule does there: a sign, a branch, a division by nearly 0");
        }
        return lines;
    }

    private static Set<String> pairs(ReportRow row) {
        Set<String> pairs = new LinkedHashSet<>();
        for (List<String> group : row.alike()) {
            for (int i = 0; i < group.size(); i++) {
                for (String other : group.subList(i + 1, group.size())) {
                    pairs.add(group.get(i) + " from " + other);
                }
            }
        }
        return pairs;
    }
}
