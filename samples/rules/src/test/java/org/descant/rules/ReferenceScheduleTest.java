package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.descant.harness.Session;
import org.descant.harness.recorded.RecordedSchedule;
import org.descant.harness.reference.ReferenceSchedules;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.subject.BackEnd;
import org.descant.runtime.ElementType;
import org.descant.runtime.Schedule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The prelude's schedules, interpreted and generated, give the bits of those that were written out by hand. */
class ReferenceScheduleTest {
    private static final RecordedRuns LIBRARY = RecordedRuns.ofLibrary();
    private static final GivenStep NOTHING = new GivenStep(Map.of(), Map.of());
    private static final int STEPS = 60;

    @TestFactory
    Stream<DynamicTest> schedule_givesTheBitsOfItsReference() {
        return references().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    RecordedRun run = LIBRARY.schedule(row.getKey());
                    Session interpreted = begin(run, BackEnd.INTERPRETER);
                    Session generated = begin(run, BackEnd.JANINO);
                    String name = run.rule().system().name();
                    for (int k = 0; k < STEPS; k++) {
                        interpreted.step(NOTHING);
                        generated.step(NOTHING);
                        double expected = row.getValue().value(k);
                        assertThat(value(interpreted, name)).as("k = %d", k).isEqualTo(expected);
                        assertThat(value(generated, name)).as("k = %d", k).isEqualTo(expected);
                    }
                }));
    }

    private static Session begin(RecordedRun run, BackEnd backEnd) {
        Session session = run.rule().subject(backEnd, ElementType.DOUBLE).begin(List.of(RecordedSchedule.MODEL));
        run.trajectory().hypers().forEach(session::set);
        return session;
    }

    private static double value(Session session, String schedule) {
        return session.state(RecordedSchedule.MODEL.name(), schedule).orElseThrow()[0];
    }

    /** References by the names of the recorded schedules that they are to be. */
    private static Map<String, Schedule> references() {
        double[] boundaries = {15, 30};
        Map<String, Schedule> references = new LinkedHashMap<>();
        references.put("constant-optax", ReferenceSchedules.constant(0.1));
        references.put("seed004-piecewise-constant", ReferenceSchedules.piecewiseConstant(0.1, boundaries, 0.05, 0.01));
        references.put("seed004-exponential", ReferenceSchedules.exponential(0.1, 0.05));
        references.put("seed004-polynomial", ReferenceSchedules.polynomial(0.1, 0.5, 0.1));
        references.put("seed004-factor", ReferenceSchedules.factor(2, 0.9, 0.01));
        references.put("seed004-multi-factor", ReferenceSchedules.multiFactor(0.5, 0.5, boundaries));
        references.put("seed004-cosine", ReferenceSchedules.cosine(0.3, 20, 0.01));
        references.put("seed004-warmup-cosine", ReferenceSchedules.warmupCosine(0.3, 5, 20, 0, 0.01));
        return references;
    }
}
