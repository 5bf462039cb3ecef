package org.descant.harness.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;

/** Another optimizer, on the same course, as what is expected: its parameters, and of its quantities those that both show. */
final class SubjectGuide implements Guide {
    private final Course course;
    private final String name;
    private final boolean parametersOnly;
    private final Session session;

    SubjectGuide(Course course, Subject subject, boolean parametersOnly) {
        this.course = course;
        this.name = subject.name();
        this.parametersOnly = parametersOnly;
        this.session = subject.begin(course.tensors());
        course.hypers().forEach(session::set);
    }

    @Override
    public Expectation step(int step, Session actual) {
        List<FedStep.Point> points = new FedStep(course.steps().get(step - 1), session, course.tensors()).run();
        Map<String, Map<String, double[]>> quantities = new LinkedHashMap<>();
        for (ModelTensor tensor : course.tensors()) {
            if (!parametersOnly) {
                Map<String, double[]> shown = actual.quantities(tensor.name());
                session.quantities(tensor.name()).forEach((name, values) -> {
                    double[] other = shown.get(name);
                    if (other != null && other.length == values.length && !name.equals("w")) {
                        put(quantities, name, tensor, values);
                    }
                });
            }
        }
        course.tensors().forEach(tensor -> put(quantities, "w", tensor, session.values(tensor.name())));
        return new Expectation(points, quantities);
    }

    @Override
    public String otherEvaluations(int step, int asked, int expected) {
        return "the number of evaluations that step " + step + " asks for is " + asked + ", but that of " + name
                + " is " + expected;
    }

    @Override
    public void close() {
        session.close();
    }

    private static void put(
            Map<String, Map<String, double[]>> quantities, String name, ModelTensor tensor, double[] values) {
        quantities.computeIfAbsent(name, absent -> new LinkedHashMap<>()).put(tensor.name(), values);
    }
}
