package org.descant.harness.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.harness.recorded.Trajectory;

/**
 * A run of an optimizer beside what is expected of it, from the first step to the last.
 *
 * <p>The optimizer is given what the run has, and has to arrive at the rest by itself: points where gradients are asked for, parameters,
 * states. In each step it has to ask for as many evaluations as the recording has, or as the other optimizer asks for, which may be fewer
 * than the course has. What an optimizer throws in a run goes through.
 */
public final class Comparison {
    private final Course course;
    private final Subject actual;
    private final Allowance allowance;
    private final Supplier<Guide> guide;

    private Comparison(Course course, Subject actual, Allowance allowance, Supplier<Guide> guide) {
        this.course = course;
        this.actual = actual;
        this.allowance = allowance;
        this.guide = guide;
    }

    /**
     * Holds an optimizer in double against a recording, within the recording's tolerance.
     *
     * @throws IllegalArgumentException if the optimizer has no hyperparameter that the recording sets
     * @throws IllegalStateException if a step does not ask for all evaluations of the recording, or for more
     */
    public static RunResult ofRecording(Trajectory recording, Subject actual) {
        return ofRecording(recording, actual, new RecordedAllowance(recording));
    }

    /**
     * Holds an optimizer against a recording, within what is allowed.
     *
     * @throws IllegalStateException if a step does not ask for all evaluations of the recording, or for more
     */
    public static RunResult ofRecording(Trajectory recording, Subject actual, Allowance allowance) {
        return new Comparison(Course.of(recording), actual, allowance, () -> new RecordedGuide(recording))
                .run("recording " + recording.name());
    }

    /**
     * Holds an optimizer against another: parameters, points of gradients, and all other quantities that both show.
     *
     * @throws IllegalStateException if a step of one asks for another number of evaluations than that of the other, or for more than the
     *     course has
     */
    public static RunResult ofSubjects(Course course, Subject expected, Subject actual, Allowance allowance) {
        return new Comparison(course, actual, allowance, () -> new SubjectGuide(course, expected, false))
                .run(expected.name());
    }

    /**
     * Holds an optimizer against another that may keep other states: parameters and points of gradients alone.
     *
     * @throws IllegalStateException as for {@link #ofSubjects}
     */
    public static RunResult ofParameters(Course course, Subject expected, Subject actual, Allowance allowance) {
        return new Comparison(course, actual, allowance, () -> new SubjectGuide(course, expected, true))
                .run(expected.name());
    }

    /**
     * Whether an optimizer in double reproduces a recording, within the recording's tolerance. It stops at the first step that it does not,
     * and says nothing else.
     *
     * @throws IllegalArgumentException if the optimizer has no hyperparameter that the recording sets
     * @throws IllegalStateException if a step before does not ask for all evaluations of the recording, or for more
     */
    public static boolean reproduces(Trajectory recording, Subject actual) {
        Allowance allowance = new RecordedAllowance(recording);
        return new Comparison(Course.of(recording), actual, allowance, () -> new RecordedGuide(recording))
                .passes(new Tally(allowance));
    }

    private boolean passes(Tally tally) {
        try (Session session = begin();
                Guide beside = guide.get()) {
            for (int step = 1; step <= course.steps().size(); step++) {
                List<FedStep.Point> points = feed(step, session);
                if (!compare(step, expected(step, beside, points, session), points, session, tally)) {
                    return false;
                }
            }
        }
        return tally.deviations().stream().allMatch(Deviation::seen);
    }

    private RunResult run(String expected) {
        Tally tally = new Tally(allowance);
        int parting = 0;
        try (Session session = begin();
                Guide beside = guide.get()) {
            for (int step = 1; step <= course.steps().size(); step++) {
                List<FedStep.Point> points = feed(step, session);
                boolean passes = compare(step, expected(step, beside, points, session), points, session, tally);
                parting = passes || parting > 0 ? parting : step;
            }
        }
        Optional<Parting> where = parting == 0 ? Optional.empty() : Optional.of(look(parting));
        return new RunResult(expected, actual.name(), tally.deviations(), where);
    }

    /** Runs again up to the step where the two part, and looks closely. */
    private Parting look(int parting) {
        try (Session session = begin();
                Guide beside = guide.get()) {
            for (int step = 1; step < parting; step++) {
                expected(step, beside, feed(step, session), session);
            }
            Map<String, Map<String, double[]>> before = new LinkedHashMap<>();
            course.tensors().forEach(tensor -> {
                Map<String, double[]> quantities = new LinkedHashMap<>(session.quantities(tensor.name()));
                quantities.put("w", session.values(tensor.name()));
                before.put(tensor.name(), quantities);
            });
            List<FedStep.Point> points = feed(parting, session);
            Expectation expectation = expected(parting, beside, points, session);
            return new Look(course, parting, actual.elementType(), allowance, before).at(expectation, points, session);
        }
    }

    private Session begin() {
        Session session = actual.begin(course.tensors());
        course.hypers().forEach(session::set);
        return session;
    }

    private List<FedStep.Point> feed(int step, Session session) {
        return new FedStep(course.steps().get(step - 1), session, course.tensors()).run();
    }

    /** What a step that has just been made is held against, if it asked for as many evaluations. */
    private static Expectation expected(int step, Guide beside, List<FedStep.Point> points, Session session) {
        Expectation expectation = beside.step(step, session);
        int expected = expectation.points().size();
        if (points.size() != expected) {
            throw new IllegalStateException(beside.otherEvaluations(step, points.size(), expected));
        }
        return expectation;
    }

    private static boolean compare(
            int step, Expectation expected, List<FedStep.Point> points, Session session, Tally tally) {
        boolean passes = true;
        for (Compared each : compared(expected, points, session)) {
            if (each.actual().isEmpty()) {
                tally.unseen(each.quantity(), each.tensor());
            } else {
                passes &= tally.compare(
                                each.quantity(),
                                each.tensor(),
                                step,
                                each.expected(),
                                each.actual().get())
                        .isEmpty();
            }
        }
        return passes;
    }

    /** All that there is to compare in one step. */
    static List<Compared> compared(Expectation expected, List<FedStep.Point> points, Session session) {
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            FedStep.Point wanted = expected.points().get(i);
            FedStep.Point came = points.get(i);
            if (wanted.chosen() || came.chosen()) {
                wanted.values()
                        .forEach((tensor, values) -> compared.add(new Compared(
                                "at",
                                tensor,
                                values,
                                Optional.ofNullable(came.values().get(tensor)))));
            }
        }
        expected.quantities()
                .forEach((quantity, byTensor) -> byTensor.forEach((tensor, values) ->
                        compared.add(new Compared(quantity, tensor, values, shown(session, quantity, tensor)))));
        return compared;
    }

    private static Optional<double[]> shown(Session session, String quantity, String tensor) {
        if (quantity.equals("w")) {
            return Optional.of(session.values(tensor));
        }
        return session.state(tensor, quantity)
                .or(() -> Optional.ofNullable(session.quantities(tensor).get(quantity)));
    }
}
