package org.descant.harness.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.runtime.ElementType;

/**
 * A close look at the step in which a run parts from what is expected.
 *
 * @param before what the optimizer showed before the step, by tensor and name
 */
record Look(Course course, int step, ElementType type, Allowance allowance, Map<String, Map<String, double[]>> before) {
    /** @throws IllegalStateException if nothing parts in this step: the optimizer does not do the same thing twice */
    Parting at(Expectation expectation, List<FedStep.Point> points, Session session) {
        List<Compared> all = Comparison.compared(expectation, points, session);
        for (ModelTensor tensor : course.tensors()) {
            Map<String, double[]> computed = new LinkedHashMap<>(session.quantities(tensor.name()));
            if (movesNothing()) {
                computed.remove("w");
            }
            List<String> order = new ArrayList<>(computed.keySet());
            List<Compared> ofTensor = all.stream()
                    .filter(each -> each.tensor().equals(tensor.name()))
                    .filter(each -> each.actual().isPresent())
                    .sorted(Comparator.comparingInt(each -> place(each.quantity(), order)))
                    .toList();
            List<Parting.Parted> parted = new ArrayList<>();
            List<String> agreed = new ArrayList<>();
            List<String> guesses = new ArrayList<>();
            for (Compared each : ofTensor) {
                List<Integer> beyond = new Tally(allowance)
                        .compare(each.quantity(), each.tensor(), step, each.expected(), actual(each));
                if (beyond.isEmpty()) {
                    agreed.add(each.quantity());
                    continue;
                }
                if (parted.isEmpty()) {
                    guesses.addAll(guesses(tensor, each, points.size(), session));
                }
                parted.add(parted(each, beyond));
            }
            if (!parted.isEmpty()) {
                int element = element(tensor, parted.get(0));
                return new Parting(
                        step,
                        tensor.name(),
                        tensor.shape(),
                        parted,
                        agreed,
                        given(tensor, element, points.size(), session),
                        ofElement(tensor, element, computed),
                        guesses);
            }
        }
        throw new IllegalStateException("the run parted in step " + step
                + " the first time, and not the second: the optimizer does not do the same thing twice");
    }

    /** Points come before all else, then what is computed in its order, w last of all. */
    private static int place(String quantity, List<String> order) {
        if (quantity.equals("at")) {
            return -1;
        }
        int place = order.indexOf(quantity);
        return quantity.equals("w") ? Integer.MAX_VALUE : place < 0 ? order.size() : place;
    }

    private Parting.Parted parted(Compared each, List<Integer> beyond) {
        int element = beyond.get(0);
        double[] expected = each.expected();
        double[] actual = actual(each);
        NumberPair numbers = new NumberPair(
                type, expected[expected.length == 1 ? 0 : element], actual[actual.length == 1 ? 0 : element]);
        return new Parting.Parted(
                each.quantity(),
                element,
                numbers,
                allowance.of(each.quantity(), each.tensor(), step, element),
                beyond.size(),
                Math.max(expected.length, actual.length));
    }

    private List<String> guesses(ModelTensor tensor, Compared each, int asked, Session session) {
        Map<String, double[]> vectors = new LinkedHashMap<>();
        List<double[]> gradients = gradients(tensor, asked);
        for (int i = 0; i < gradients.size(); i++) {
            vectors.put(gradientName(i), gradients.get(i));
        }
        Map<String, double[]> earlier = before.getOrDefault(tensor.name(), Map.of());
        vectors.put("w[t-1]", earlier.getOrDefault("w", new double[0]));
        session.quantities(tensor.name()).forEach((name, values) -> {
            if (!name.equals("w") && !name.equals(each.quantity())) {
                vectors.put(name, values);
            }
        });
        earlier.forEach((name, values) -> vectors.put(name + "[t-1]", values));
        double[] start = earlier.getOrDefault(each.quantity(), new double[0]);
        return new Guesser(step, session.hypers(tensor.name()), vectors)
                .guess(each.quantity(), start, each.expected(), actual(each));
    }

    private Map<String, Double> given(ModelTensor tensor, int element, int asked, Session session) {
        if (movesNothing()) {
            return session.hypers(tensor.name());
        }
        Map<String, double[]> quantities = new LinkedHashMap<>();
        quantities.put("w[t-1]", before.getOrDefault(tensor.name(), Map.of()).getOrDefault("w", new double[0]));
        List<double[]> gradients = gradients(tensor, asked);
        for (int i = 0; i < gradients.size(); i++) {
            quantities.put(gradientName(i), gradients.get(i));
        }
        course.steps().get(step - 1).inputs().forEach((name, byTensor) -> {
            if (byTensor.containsKey(tensor.name())) {
                quantities.put(name, byTensor.get(tensor.name()));
            }
        });
        before.getOrDefault(tensor.name(), Map.of()).forEach((name, values) -> {
            if (session.state(tensor.name(), name).isPresent()) {
                quantities.put(name.endsWith("]") ? name : name + "[t-1]", values);
            }
        });
        Map<String, Double> given = ofElement(tensor, element, quantities);
        given.putAll(session.hypers(tensor.name()));
        return given;
    }

    /** A schedule is asked for a number, and knows neither parameters nor the past. */
    private boolean movesNothing() {
        return course.steps().get(step - 1).evaluations().isEmpty();
    }

    /** Those that the step asked for. */
    private List<double[]> gradients(ModelTensor tensor, int asked) {
        return course.steps().get(step - 1).evaluations().stream()
                .limit(asked)
                .map(evaluation -> evaluation.gradients().get(tensor.name()))
                .toList();
    }

    private static String gradientName(int evaluation) {
        return evaluation == 0 ? "g" : "g of evaluation " + (evaluation + 1);
    }

    /** What belongs to an element; of lists that may be of rows or of columns, nothing. */
    private static Map<String, Double> ofElement(ModelTensor tensor, int element, Map<String, double[]> quantities) {
        int numel = tensor.start().size();
        int rows = tensor.shape().isEmpty() ? 1 : tensor.shape().get(0);
        int cols = rows == 0 ? 0 : numel / rows;
        Map<String, Double> values = new LinkedHashMap<>();
        quantities.forEach((name, list) -> {
            if (list.length == 1) {
                values.put(name, list[0]);
            } else if (list.length == numel) {
                values.put(name, list[element]);
            } else if (list.length == rows && rows != cols) {
                values.put(name, list[element / cols]);
            } else if (list.length == cols && rows != cols) {
                values.put(name, list[element % cols]);
            }
        });
        return values;
    }

    /** The element of the tensor that stands for what parted: the first of its row or column. */
    private static int element(ModelTensor tensor, Parting.Parted parted) {
        int numel = tensor.start().size();
        int rows = tensor.shape().isEmpty() ? 1 : tensor.shape().get(0);
        return parted.count() == rows && rows > 0 && parted.count() != numel
                ? parted.element() * (numel / rows)
                : parted.element();
    }

    private static double[] actual(Compared each) {
        return each.actual().orElseThrow();
    }
}
