package org.descant.harness.equations;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.harness.Evaluation;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.recorded.RecordedEvaluation;
import org.descant.harness.recorded.RecordedStep;
import org.descant.harness.recorded.Trajectory;

/**
 * A run as equations make it: what a recorded rule would have done from other weights, on other gradients, at other values of its
 * hyperparameters.
 */
public final class Rerun {
    private final Trajectory given;
    private final Session session;

    private Rerun(Trajectory given, Session session) {
        this.given = given;
        this.session = session;
    }

    /**
     * Lets equations make a run.
     *
     * @param given what the run starts from and is fed with: weights, hyperparameters, gradients, inputs; and, in any of its steps, the
     *     states that are to be seen there
     * @param tolerance of the result
     * @return the same run, but with the parameters, states and points of gradients that the equations come to
     */
    public static Trajectory of(Trajectory given, Equations equations, double tolerance) {
        try (Session session = equations.begin(given.tensors())) {
            given.hypers().forEach(session::set);
            Rerun rerun = new Rerun(given, session);
            List<RecordedStep> steps = given.steps().stream().map(rerun::step).toList();
            return new Trajectory(
                    given.name(),
                    given.catalogue(),
                    given.rule(),
                    equations.name(),
                    given.equations(),
                    tolerance,
                    given.hypers(),
                    given.options(),
                    given.tensors(),
                    steps);
        }
    }

    private RecordedStep step(RecordedStep step) {
        step.hypers().forEach(session::set);
        Fed fed = new Fed(step);
        session.step(fed);
        Map<String, double[]> values = new LinkedHashMap<>();
        given.tensors().forEach(tensor -> values.put(tensor.name(), session.values(tensor.name())));
        Map<String, Map<String, double[]>> states = new LinkedHashMap<>();
        step.states().forEach((state, seen) -> states.put(state, states(state, seen)));
        return new RecordedStep(step.hypers(), step.inputs(), fed.evaluations, values, states);
    }

    private Map<String, double[]> states(String state, Map<String, double[]> seen) {
        Map<String, double[]> states = new LinkedHashMap<>();
        for (ModelTensor tensor : given.tensors()) {
            if (seen.containsKey(tensor.name())) {
                session.state(tensor.name(), state).ifPresent(values -> states.put(tensor.name(), values));
            }
        }
        return states;
    }

    /** Hands out what a step was given, and remembers where it was asked for. */
    private static final class Fed implements Feedback {
        private final RecordedStep step;
        private final Iterator<RecordedEvaluation> next;
        private final List<RecordedEvaluation> evaluations = new ArrayList<>();

        Fed(RecordedStep step) {
            this.step = step;
            this.next = step.evaluations().iterator();
        }

        @Override
        public Evaluation evaluate() {
            return given(Optional.empty());
        }

        @Override
        public Evaluation evaluate(Map<String, double[]> point) {
            return given(Optional.of(point));
        }

        private Evaluation given(Optional<Map<String, double[]>> point) {
            if (!next.hasNext()) {
                throw new IllegalStateException("the equations ask for a further evaluation, but the run has "
                        + step.evaluations().size());
            }
            Evaluation evaluation = next.next().given();
            evaluations.add(new RecordedEvaluation(evaluation, point));
            return evaluation;
        }

        @Override
        public double[] input(String name, String tensor) {
            double[] values = step.inputs().getOrDefault(name, Map.of()).get(tensor);
            if (values == null) {
                throw new IllegalArgumentException(
                        "'" + name + "' is neither a value of the equations nor an input of the run");
            }
            return values;
        }
    }
}
