package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.descant.compiler.Descant;
import org.descant.harness.compare.Comparison;
import org.descant.harness.compare.RunResult;
import org.descant.harness.recorded.RecordedSchedule;
import org.descant.harness.recorded.Recordings;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.subject.BackEnd;
import org.descant.runtime.ElementType;
import org.descant.runtime.SettableSchedule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every recorded schedule is reproduced by one of the prelude, interpreted and generated. */
class RecordedScheduleTest {
    private static final RecordedRuns LIBRARY = RecordedRuns.ofLibrary();
    private static final Pattern CALL = Pattern.compile("(\\w+)\\(t - 1, ([^()]*)\\)");

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

    /** Most by name and parameters, as {@code new Cosine().base(0.1)} in Java; those that join two are written as one. */
    @TestFactory
    Stream<DynamicTest> class_ofASchedule_isTheRecordedOne() {
        return Recordings.schedules().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    SettableSchedule schedule =
                            schedule(LIBRARY.table().schedules().getOrDefault(name, ""));
                    RecordedSchedule recorded = Recordings.schedule(name);
                    double largest = recorded.values().stream()
                            .mapToDouble(Math::abs)
                            .max()
                            .orElseThrow();
                    for (int k = 0; k < recorded.values().size(); k++) {
                        assertThat(schedule.value(k))
                                .as("%s after %d updates", name, k)
                                .isCloseTo(recorded.values().get(k), within(recorded.tolerance() * largest));
                    }
                }));
    }

    private static SettableSchedule schedule(String expression) {
        Matcher call = CALL.matcher(expression);
        if (!call.matches()) {
            String text = "schedule joined(k) = " + expression.replaceAll("\\bt\\b", "(k + 1)");
            return Descant.compiler().compileSchedule(text).create();
        }
        Map<String, Double> values = new TreeMap<>();
        for (String argument : call.group(2).split(", ", -1)) {
            String[] parts = argument.split(": ", -1);
            values.put(parts[0], Double.valueOf(parts[1]));
        }
        return Descant.schedule(call.group(1)).create(values);
    }

    private static void assertReproduces(String name, BackEnd backEnd) {
        RecordedRun run = LIBRARY.schedule(name);
        RunResult result = Comparison.ofRecording(run.trajectory(), run.rule().subject(backEnd, ElementType.DOUBLE));
        assertThat(result.passes())
                .as("%s against %s: %s", result.actual(), run.trajectory().source(), result.deviations())
                .isTrue();
    }
}
