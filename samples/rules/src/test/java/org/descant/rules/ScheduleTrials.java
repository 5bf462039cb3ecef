package org.descant.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.descant.compiler.Descant;
import org.descant.grammar.source.SourceText;
import org.descant.harness.Session;
import org.descant.harness.equations.Equations;
import org.descant.harness.recorded.RecordedSchedule;
import org.descant.harness.recorded.Recordings;
import org.descant.proof.mutation.Trial;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.subject.TestedRule;

/** What the mutants of a schedule of the prelude have to pass: its recordings, then what recorded equations give at other arguments. */
final class ScheduleTrials {
    /**
     * Arguments that no recording has: they are all different, and show a fourth value, a growth of 1, and boundaries that are no whole
     * numbers or at which a logarithm comes out too small.
     */
    private static final String OTHERS = """
            cosine_restarts(base: 0.3, period: 7, growth: 1, end: 0.02) = cosine-restarts-torch(base: 0.3, T0: 7, Tm: 1, eta_min: 0.02)
            cosine_restarts(base: 0.3, period: 2, growth: 3, end: 0.02) = cosine-restarts-torch(base: 0.3, T0: 2, Tm: 3, eta_min: 0.02)
            cosine_restarts(base: 0.3, period: 2, growth: 10, end: 0.02) = cosine-restarts-torch(base: 0.3, T0: 2, Tm: 10, eta_min: 0.02)
            linear_one_cycle(base: 0.3, total: 11) = linear-one-cycle-optax(base: 0.3, t1: 3, t2: 9, t3: 11)
            polynomial(base: 0.3, alpha: 0.7, beta: 0.2) = seed004-polynomial(base: 0.3, alpha: 0.7, beta: 0.2)
            warmup_geometric(base: 0.3, warmup: 9, start: 0.2, gamma: 0.9) = sequential-torch(base: 0.3, W: 9, start: 0.2, gamma: 0.9)
            """;

    private static final String FOUR = "base: 0.1, t1: 5, lr1: 0.07, t2: 15, lr2: 0.03, t3: 30, lr3: 0.02";

    private static final int STEPS = 300;
    private static final double TOLERANCE = 1e-9;

    private final BiConsumer<String, Trial> trials;

    private ScheduleTrials(BiConsumer<String, Trial> trials) {
        this.trials = trials;
    }

    /** @param trials is given each trial with the name of its schedule */
    static void addTo(RecordedRuns library, BiConsumer<String, Trial> trials) {
        for (String schedule : Descant.schedules()) {
            library.schedules(schedule).forEach(name -> trials.accept(schedule, Trial.of(library.schedule(name))));
        }
        ScheduleTrials others = new ScheduleTrials(trials);
        OTHERS.lines().forEach(others::addRecorded);
        others.addFour("piecewise_constant", "<");
        others.addFour("piecewise_constant_inclusive", "<=");
    }

    private void addRecorded(String line) {
        String[] sides = line.split(" = ", 2);
        String[] expected = sides[1].split("\\(", 2);
        RecordedSchedule recorded = Recordings.schedule(expected[0]);
        Map<String, Double> constants = new LinkedHashMap<>(recorded.numbers());
        constants.putAll(arguments(expected[1]));
        String[] schedule = sides[0].split("\\(", 2);
        add(schedule[0], arguments(schedule[1]), recorded.name(), recorded.equations(), constants);
    }

    /** Four values, where the recordings have three. */
    private void addFour(String schedule, String less) {
        Map<String, Double> values = arguments(FOUR);
        String equations =
                "n = t - 1\nlr = if n %s t1 then base else if n %s t2 then lr1 else if n %s t3 then lr2 else lr3"
                        .replace("%s", less);
        add(schedule, values, "four values", equations, values);
    }

    private void add(
            String schedule, Map<String, Double> parameters, String name, String text, Map<String, Double> constants) {
        Session session = Equations.of(name, text, constants).begin(List.of(RecordedSchedule.MODEL));
        GivenStep still = new GivenStep(Map.of(), Map.of(RecordedSchedule.MODEL.name(), new double[1]));
        List<Double> values = new ArrayList<>();
        for (int t = 1; t <= STEPS; t++) {
            session.step(still);
            values.add(session.state(RecordedSchedule.MODEL.name(), "lr").orElseThrow()[0]);
        }
        RecordedSchedule made = new RecordedSchedule(name, "", "", text, TOLERANCE, Map.of(), 0, values);
        TestedRule rule =
                TestedRule.of(Descant.compiler(), new SourceText(schedule, "")).schedule(schedule);
        Trial trial = Trial.of(new RecordedRun(rule, Map.of(), made.trajectory(schedule, parameters), List.of()));
        trials.accept(
                schedule,
                new Trial(
                        MutationTrials.EQUATIONS + " of " + trial.name(),
                        trial.rule(),
                        trial.compared(),
                        trial.passes()));
    }

    private static Map<String, Double> arguments(String text) {
        Map<String, Double> arguments = new LinkedHashMap<>();
        for (String argument : text.replace(")", "").split(", ", -1)) {
            String[] sides = argument.split(": ", 2);
            arguments.put(sides[0], Double.valueOf(sides[1]));
        }
        return arguments;
    }
}
