package org.descant.harness.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.harness.Evaluation;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;

/** One step's feedback, handed out; it remembers the points where gradients were asked for. */
final class FedStep implements Feedback {
    private final Course.Feed feed;
    private final Session session;
    private final List<ModelTensor> tensors;
    private final List<Point> points = new ArrayList<>();

    /**
     * A point where a gradient was asked for.
     *
     * @param chosen whether the optimizer named it, and did not just ask for the gradient where the parameters are
     */
    record Point(Map<String, double[]> values, boolean chosen) {}

    FedStep(Course.Feed feed, Session session, List<ModelTensor> tensors) {
        this.feed = feed;
        this.session = session;
        this.tensors = tensors;
    }

    /** Makes the step; gives the points of its evaluations, which may be fewer than there are. */
    List<Point> run() {
        feed.hypers().forEach(session::set);
        session.step(this);
        return points;
    }

    @Override
    public Evaluation evaluate() {
        Map<String, double[]> here = new LinkedHashMap<>();
        tensors.forEach(tensor -> here.put(tensor.name(), session.values(tensor.name())));
        return next(new Point(here, false));
    }

    @Override
    public Evaluation evaluate(Map<String, double[]> point) {
        return next(new Point(point, true));
    }

    private Evaluation next(Point point) {
        int next = points.size();
        if (next == feed.evaluations().size()) {
            throw new IllegalStateException("the step asks for a further evaluation, but the run has " + next);
        }
        points.add(point);
        return feed.evaluations().get(next);
    }

    @Override
    public double[] input(String name, String tensor) {
        Map<String, double[]> input = feed.inputs().get(name);
        if (input == null) {
            throw new IllegalArgumentException("the optimizer asks for the input '" + name + "', but the run has "
                    + (feed.inputs().isEmpty()
                            ? "none"
                            : String.join(", ", feed.inputs().keySet())));
        }
        double[] values = input.get(tensor);
        if (values == null) {
            throw new IllegalArgumentException("the input '" + name + "' has no values for tensor '" + tensor + "'");
        }
        return values.clone();
    }
}
