package org.descant.harness.recorded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.harness.Evaluation;
import org.descant.harness.ModelTensor;

/** JSON of the format {@code descant-oracle/1} as a trajectory. */
final class TrajectoryParser {
    private final Map<String, ModelTensor> tensors;

    private TrajectoryParser(List<ModelTensor> tensors) {
        this.tensors = new LinkedHashMap<>();
        tensors.forEach(tensor -> this.tensors.put(tensor.name(), tensor));
    }

    static Trajectory parse(JsonPlace root, String name) {
        RecordingReader.requireFormat(root, RecordingReader.RUN);
        root.allow(
                "format",
                "case",
                "catalogue",
                "rule",
                "source",
                "equations",
                "dtype",
                "tolerance",
                "hyper",
                "options",
                "tensors",
                "steps");
        if (!root.field("dtype").text().equals("f64")) {
            throw root.field("dtype").wrong("only 'f64' is known: record in doubles");
        }
        List<ModelTensor> tensors = tensors(root.field("tensors"));
        TrajectoryParser parser = new TrajectoryParser(tensors);
        Map<String, Double> hypers = root.field("hyper").entries(JsonPlace::number);
        List<RecordedStep> steps = new ArrayList<>();
        for (JsonPlace step : root.field("steps").elements()) {
            steps.add(parser.step(step, hypers.keySet()));
        }
        if (steps.isEmpty()) {
            throw root.field("steps").wrong("there are no steps: record at least one");
        }
        return new Trajectory(
                name,
                root.field("catalogue").text(),
                root.field("rule").text(),
                root.field("source").text(),
                root.field("equations").text(),
                RecordingReader.tolerance(root),
                hypers,
                root.optional("options").entries(JsonPlace::choice),
                tensors,
                steps);
    }

    private static List<ModelTensor> tensors(JsonPlace places) {
        List<ModelTensor> tensors = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (JsonPlace place : places.elements()) {
            place.allow("name", "shape", "w");
            String name = place.field("name").text();
            if (!names.add(name)) {
                throw place.field("name").wrong("two tensors are called '" + name + "': give each a name of its own");
            }
            List<Integer> shape = place.field("shape").elements().stream()
                    .map(JsonPlace::length)
                    .toList();
            int numel = shape.stream().reduce(1, (a, b) -> a * b);
            double[] w = place.field("w").numbers(numel, "a tensor of shape " + shape);
            tensors.add(new ModelTensor(name, shape, Arrays.stream(w).boxed().toList()));
        }
        if (tensors.isEmpty()) {
            throw places.wrong("there are no tensors: record at least one");
        }
        return tensors;
    }

    private RecordedStep step(JsonPlace place, Set<String> hypers) {
        place.allow("hyper", "inputs", "evaluations", "w", "state");
        Map<String, Double> changes = place.optional("hyper").entries(JsonPlace::number);
        for (String changed : changes.keySet()) {
            if (!hypers.contains(changed)) {
                throw place.field("hyper")
                        .wrong("'" + changed + "' is no hyperparameter of this run; it has " + String.join(", ", hypers)
                                + ": give it a value under $.hyper too");
            }
        }
        List<JsonPlace> evaluations = place.field("evaluations").elements();
        if (evaluations.isEmpty()) {
            throw place.field("evaluations").wrong("there are no evaluations: an update has at least one");
        }
        return new RecordedStep(
                changes,
                place.optional("inputs").entries(this::quantity),
                evaluations.stream().map(this::evaluation).toList(),
                elements(place.field("w")),
                place.optional("state").entries(this::quantity));
    }

    private RecordedEvaluation evaluation(JsonPlace place) {
        place.allow("loss", "g", "at");
        double loss = place.has("loss") ? place.field("loss").number() : Double.NaN;
        Optional<Map<String, double[]>> at =
                place.has("at") ? Optional.of(elements(place.field("at"))) : Optional.empty();
        return new RecordedEvaluation(new Evaluation(loss, elements(place.field("g"))), at);
    }

    /** One number for each element of every tensor. */
    private Map<String, double[]> elements(JsonPlace place) {
        Map<String, double[]> elements = new LinkedHashMap<>();
        place.forEach((name, numbers) -> {
            ModelTensor tensor = tensor(place, name);
            elements.put(
                    name, numbers.numbers(tensor.start().size(), "tensor '" + name + "' of shape " + tensor.shape()));
        });
        for (String name : tensors.keySet()) {
            if (!elements.containsKey(name)) {
                throw place.wrong("tensor '" + name + "' is missing: add its numbers");
            }
        }
        return elements;
    }

    /** Numbers for some tensors, or one of the model, which stands for one of every tensor. */
    private Map<String, double[]> quantity(JsonPlace place) {
        Map<String, double[]> quantity = new LinkedHashMap<>();
        if (place.node().isNumber()) {
            tensors.keySet().forEach(name -> quantity.put(name, new double[] {place.number()}));
        } else {
            place.forEach((name, numbers) -> {
                tensor(place, name);
                quantity.put(name, numbers.node().isNumber() ? new double[] {numbers.number()} : numbers.numbers());
            });
        }
        return quantity;
    }

    private ModelTensor tensor(JsonPlace place, String name) {
        ModelTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw place.wrong("there is no tensor '" + name + "'; there are " + String.join(", ", tensors.keySet())
                    + ": correct the name");
        }
        return tensor;
    }
}
