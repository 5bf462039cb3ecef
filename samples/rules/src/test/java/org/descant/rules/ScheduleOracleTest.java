package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every recorded schedule is reproduced by one of the prelude, interpreted and generated. */
class ScheduleOracleTest {
    private static final List<OracleCase.Start> ONE_NUMBER =
            List.of(new OracleCase.Start("rate", List.of(1), List.of(0.0)));

    @Test
    void table_namesEveryRecordedSchedule() {
        assertThat(ScheduleTable.rows().keySet()).containsExactlyInAnyOrderElementsOf(OracleReader.names("schedules"));
    }

    @TestFactory
    Stream<DynamicTest> interpreted_schedule_isTheRecordedOne() {
        return ScheduleTable.rows().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> assertReproduces(
                                row.getKey(), subject(row.getValue()).interpreted(ONE_NUMBER, ElementType.DOUBLE))));
    }

    @TestFactory
    Stream<DynamicTest> generated_schedule_isTheRecordedOne() {
        return ScheduleTable.rows().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> assertReproduces(
                                row.getKey(), subject(row.getValue()).generated(ONE_NUMBER, ElementType.DOUBLE))));
    }

    /** A rule whose parameter is what the schedule says. */
    private static Subject subject(String expression) {
        return Subject.ofText("optimizer Scheduled(w, g) {\n  w[t] = " + expression + "\n}\n");
    }

    private static void assertReproduces(String name, Replay replay) {
        Deviations deviations = new Deviations();
        double[] recorded = OracleReader.scheduleValues(name);
        Map<String, double[]> gradients = new TreeMap<>(Map.of("rate", new double[] {0}));
        for (double rate : recorded) {
            replay.step(gradients);
            deviations.compare(name, new double[] {rate}, replay.values("rate"));
        }
        assertThat(deviations.beyond(OracleReader.scheduleTolerance(name))).isEmpty();
    }
}
