package org.descant.harness.report;

import java.util.List;

/** All that was checked at one time. */
public record Report(String title, List<ReportRow> rows) {
    public Report {
        rows = List.copyOf(rows);
    }

    /** Whether nothing differs and nothing failed. */
    public boolean isGood() {
        return rows.stream().allMatch(row -> row.verdict().isGood());
    }

    /** How many rows came out so. */
    public long count(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }
}
