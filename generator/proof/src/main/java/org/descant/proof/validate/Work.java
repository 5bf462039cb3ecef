package org.descant.proof.validate;

import java.util.Optional;
import java.util.function.Function;
import org.descant.harness.report.ReportRow;
import org.descant.proof.subject.TestedRule;

/**
 * A check whose rule and recording are read.
 *
 * @param rule what is checked, with its options; none where nothing is
 * @param name what the report calls the rule, unless rules of two files have the name
 * @param generated whether classes of the rule take part
 * @param row makes the row of the report for a rule of this name
 */
public record Work(Optional<TestedRule> rule, String name, boolean generated, Function<String, ReportRow> row) {
    /** Where a rule stands. */
    static String file(TestedRule rule) {
        return rule.system().origin().span().source().name();
    }

    /** The name of a rule, and the file in which it stands. */
    static String inFile(String name, TestedRule rule) {
        return name + " (" + file(rule) + ")";
    }
}
