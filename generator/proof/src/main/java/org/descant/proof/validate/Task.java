package org.descant.proof.validate;

import java.util.function.Supplier;
import org.descant.harness.report.ReportRow;

/** A row of a report that is still to be made. */
public record Task(String rule, String against, Supplier<ReportRow> work) {}
