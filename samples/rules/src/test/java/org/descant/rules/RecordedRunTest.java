package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.RunResult;
import org.descant.harness.recorded.Recordings;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.recorded.RecordingRow;
import org.descant.proof.subject.BackEnd;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every recorded run of another library is reproduced by the rule that stands for it, interpreted and generated. */
class RecordedRunTest {
    private static final RecordedRuns LIBRARY = RecordedRuns.ofLibrary();

    @Test
    void table_namesEveryRecordedRun_once() {
        assertThat(LIBRARY.table().rows())
                .extracting(RecordingRow::recording)
                .containsExactlyInAnyOrderElementsOf(Recordings.trajectories());
    }

    @Test
    void readme_listsEveryRunThatIsNotReproducedByAGeneratedClass() throws Exception {
        Matcher listed = Pattern.compile("^\\| `([^`]+)`.* \\|$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("README.md")));
        List<String> names = new ArrayList<>();
        while (listed.find()) {
            names.add(listed.group(1));
        }
        assertThat(names)
                .containsExactlyElementsOf(LIBRARY.table().rows().stream()
                        .filter(row -> row.needs().isPresent())
                        .map(RecordingRow::recording)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> interpreted_run_isTheRecordedOne() {
        return rows().map(row -> DynamicTest.dynamicTest(
                row.recording(), () -> assertReproduces(LIBRARY.run(row), BackEnd.INTERPRETER)));
    }

    @TestFactory
    Stream<DynamicTest> generated_run_isTheRecordedOne() {
        return rows().filter(row -> row.needs().isEmpty())
                .map(row -> DynamicTest.dynamicTest(
                        row.recording(), () -> assertReproduces(LIBRARY.run(row), BackEnd.JANINO)));
    }

    /** A rule that can be generated after all loses its exception. */
    @TestFactory
    Stream<DynamicTest> rule_thatNeedsSomething_cannotBeGeneratedYet() {
        return rows().filter(row -> row.needs().isPresent())
                .map(row -> DynamicTest.dynamicTest(
                        row.recording(),
                        () -> assertThat(LIBRARY.run(row).rule().obstacles()).isNotEmpty()));
    }

    private static Stream<RecordingRow> rows() {
        return LIBRARY.table().rows().stream().filter(row -> row.rule().isPresent());
    }

    private static void assertReproduces(RecordedRun run, BackEnd backEnd) {
        RunResult result = Comparison.ofRecording(run.trajectory(), run.rule().subject(backEnd, ElementType.DOUBLE));
        assertThat(result.passes())
                .as(
                        "%s against %s: %s",
                        result.actual(),
                        run.trajectory().source(),
                        result.deviations().stream().map(Object::toString).collect(Collectors.joining("\n")))
                .isTrue();
    }
}
