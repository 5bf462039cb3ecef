package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.RunResult;
import org.descant.harness.equations.Equations;
import org.descant.harness.equations.Rerun;
import org.descant.harness.recorded.Recordings;
import org.descant.harness.recorded.Trajectory;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.recorded.RecordingRow;
import org.descant.proof.subject.BackEnd;
import org.descant.proof.subject.TestedRule;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Away from the recorded numbers, too, a rule does what the equations of its recorded run say. */
class EquationTest {
    private static final RecordedRuns LIBRARY = RecordedRuns.ofLibrary();

    private static final double TOLERANCE = 1e-10;

    @TestFactory
    Stream<DynamicTest> rule_onOtherNumbers_followsTheRecordedEquations() {
        return LIBRARY.table().rows().stream()
                .filter(row -> row.rule().isPresent())
                .map(row -> DynamicTest.dynamicTest(row.recording(), () -> assertFollows(row)));
    }

    @TestFactory
    Stream<DynamicTest> rule_withoutARecording_followsEquationsWrittenByHand() {
        return HandWritten.rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule, () -> {
                    TestedRule tested = LibraryRules.tested(rule);
                    Trajectory given = HandWritten.given(rule);
                    assertFollows(tested, Map.of(), List.of(given));
                    assertFollows(tested, Map.of(), new OtherRuns(tested.system(), given).all());
                }));
    }

    private static void assertFollows(RecordingRow row) {
        TestedRule rule = LIBRARY.run(row).rule();
        assertFollows(rule, row.with(), new OtherRuns(rule.system(), Recordings.trajectory(row.recording())).all());
    }

    private static void assertFollows(TestedRule rule, Map<String, String> with, List<Trajectory> runs) {
        for (Trajectory given : runs) {
            Trajectory rerun = Rerun.of(given, Equations.of(given), TOLERANCE);
            assertThat(rerun.steps().stream()
                            .flatMap(step -> step.values().values().stream())
                            .flatMapToDouble(Arrays::stream))
                    .as("parameters at %s", given.hypers())
                    .allMatch(Double::isFinite);
            RecordedRun run = RecordedRun.of(rule, rerun, with);
            RunResult result = Comparison.ofRecording(
                    run.trajectory(), run.rule().subject(BackEnd.INTERPRETER, ElementType.DOUBLE));
            assertThat(result.passes())
                    .as(
                            "%s at %s: %s",
                            result.actual(),
                            given.hypers(),
                            result.deviations().stream().map(Object::toString).collect(Collectors.joining("\n")))
                    .isTrue();
        }
    }
}
