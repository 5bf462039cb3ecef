package org.descant.proof.junit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.descant.harness.compare.Comparison;
import org.descant.harness.recorded.Trajectory;
import org.descant.harness.report.Check;
import org.descant.harness.report.ReportRow;
import org.descant.harness.report.TextReport;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordingMismatchException;
import org.descant.proof.subject.BackEnd;
import org.descant.proof.subject.TestedRule;
import org.descant.proof.validate.Validator;
import org.descant.runtime.ElementType;

/**
 * The claim that a rule reproduces a recorded run.
 *
 * @param with settings for the recording, by the names of the rule
 */
record Reproduction(TestedRule rule, Trajectory recording, Map<String, String> with) {
    private static final String HINT =
            "if the rule calls it otherwise, say so: with(\"mine = recorded\"), or @RuleTest(with = \"mine = recorded\")";

    /** One claim for each back end that can run the rule. */
    Stream<Claim> claims() {
        RecordedRun run = run();
        List<BackEnd> backEnds = run.rule().obstacles().isEmpty() ? BackEnd.available() : List.of(BackEnd.INTERPRETER);
        return backEnds.stream()
                .map(backEnd -> new Claim(recording.name() + ", " + backEnd.label(), () -> check(run, backEnd)));
    }

    RecordedRun run() {
        try {
            return RecordedRun.of(rule, recording, with);
        } catch (RecordingMismatchException mismatch) {
            throw new AssertionError(mismatch.getMessage() + "\n" + HINT, mismatch);
        }
    }

    private static void check(RecordedRun run, BackEnd backEnd) {
        ReportRow row = backEnd == BackEnd.INTERPRETER
                ? new Validator(List.of()).recorded(run.rule().system().name(), run)
                : row(run, backEnd);
        if (!row.verdict().isGood()) {
            boolean unseen = row.checks().stream()
                    .flatMap(check -> check.result().stream())
                    .anyMatch(result -> !result.unseen().isEmpty());
            throw new AssertionError(TextReport.details(row) + (unseen ? "\n\n" + HINT : ""));
        }
    }

    /** What the interpreter does is known; of a class, whether it does the same. */
    private static ReportRow row(RecordedRun run, BackEnd backEnd) {
        Trajectory expected = run.trajectory();
        return new ReportRow(
                run.rule().system().name(),
                expected.name(),
                expected.tolerance(),
                expected.source(),
                expected.equations(),
                List.of(check(expected, run.rule(), backEnd)));
    }

    /** What a rule throws in a run is a finding about it. */
    private static Check check(Trajectory expected, TestedRule rule, BackEnd backEnd) {
        String name = backEnd.label() + ", double";
        try {
            return Check.of(name, Comparison.ofRecording(expected, rule.subject(backEnd, ElementType.DOUBLE)));
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException broken) {
            return Check.failed(name, String.valueOf(broken.getMessage()));
        }
    }
}
