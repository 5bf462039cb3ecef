package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.RunResult;
import org.descant.harness.recorded.Recordings;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.subject.BackEnd;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every recorded schedule is reproduced by one of the prelude, interpreted and generated. */
class RecordedScheduleTest {
    private static final RecordedRuns LIBRARY = RecordedRuns.ofLibrary();

    @Test
    void table_namesEveryRecordedSchedule() {
        assertThat(LIBRARY.table().schedules().keySet()).containsExactlyInAnyOrderElementsOf(Recordings.schedules());
    }

    @TestFactory
    Stream<DynamicTest> interpreted_schedule_isTheRecordedOne() {
        return Recordings.schedules().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> assertReproduces(name, BackEnd.INTERPRETER)));
    }

    @TestFactory
    Stream<DynamicTest> generated_schedule_isTheRecordedOne() {
        return Recordings.schedules().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> assertReproduces(name, BackEnd.JANINO)));
    }

    private static void assertReproduces(String name, BackEnd backEnd) {
        RecordedRun run = LIBRARY.schedule(name);
        RunResult result = Comparison.ofRecording(run.trajectory(), run.rule().subject(backEnd, ElementType.DOUBLE));
        assertThat(result.passes())
                .as("%s against %s: %s", result.actual(), run.trajectory().source(), result.deviations())
                .isTrue();
    }
}
