package org.descant.proof.junit;

import org.descant.harness.report.ReportRow;
import org.descant.harness.report.TextReport;

/** What came of a claim. */
final class Finding {
    private Finding() {}

    /**
     * Passes a row whose checks are all good.
     *
     * @throws AssertionError if one is not: with what a person needs to find the mistake
     */
    static void require(ReportRow row) {
        if (!row.verdict().isGood()) {
            throw new AssertionError(TextReport.details(row));
        }
    }
}
