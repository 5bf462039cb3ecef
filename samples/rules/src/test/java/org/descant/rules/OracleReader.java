package org.descant.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the recorded runs among the test resources. */
final class OracleReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";

    private OracleReader() {}

    /** The names of the files in a folder of the recorded runs, in the order of the alphabet. */
    static List<String> names(String subfolder) {
        return names(folder().resolve(subfolder));
    }

    /** The case of that name. */
    static OracleCase read(String name) {
        JsonNode file = tree(folder().resolve(name + SUFFIX));
        List<OracleCase.Start> tensors = new ArrayList<>();
        for (JsonNode tensor : file.get("tensors")) {
            List<Integer> shape = new ArrayList<>();
            tensor.get("shape").forEach(length -> shape.add(length.intValue()));
            List<Double> start = new ArrayList<>();
            tensor.get("w").forEach(value -> start.add(value.doubleValue()));
            tensors.add(new OracleCase.Start(tensor.get("name").textValue(), shape, start));
        }
        List<OracleCase.Update> steps = new ArrayList<>();
        for (JsonNode step : file.get("steps")) {
            steps.add(update(step, tensors));
        }
        return new OracleCase(
                name,
                file.get("source").textValue(),
                file.get("tolerance").doubleValue(),
                entries(file.path("hyper"), JsonNode::doubleValue),
                entries(file.path("options"), JsonNode::booleanValue),
                tensors,
                steps);
    }

    /** The learning rates of a recorded schedule, for updates 1, 2, … */
    static double[] scheduleValues(String name) {
        return numbers(
                tree(folder().resolve("schedules").resolve(name + SUFFIX)).get("values"));
    }

    /** How far a schedule may be off, relative to its largest value. */
    static double scheduleTolerance(String name) {
        return tree(folder().resolve("schedules").resolve(name + SUFFIX))
                .get("tolerance")
                .doubleValue();
    }

    private static OracleCase.Update update(JsonNode step, List<OracleCase.Start> tensors) {
        Map<String, Map<String, double[]>> states =
                new TreeMap<>(entries(step.path("state"), state -> perTensor(state, tensors)));
        return new OracleCase.Update(
                entries(step.path("hyper"), JsonNode::doubleValue),
                entries(step.get("evaluations").get(0).get("g"), OracleReader::numbers),
                entries(step.get("w"), OracleReader::numbers),
                states);
    }

    /** A value of the model is one of every tensor. */
    private static Map<String, double[]> perTensor(JsonNode state, List<OracleCase.Start> tensors) {
        if (state.isObject()) {
            return entries(state, OracleReader::numbers);
        }
        Map<String, double[]> same = new TreeMap<>();
        tensors.forEach(tensor -> same.put(tensor.name(), numbers(state)));
        return same;
    }

    private static double[] numbers(JsonNode node) {
        if (node.isNumber()) {
            return new double[] {node.doubleValue()};
        }
        double[] numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = node.get(i).doubleValue();
        }
        return numbers;
    }

    private static <T> SortedMap<String, T> entries(JsonNode object, Function<JsonNode, T> value) {
        SortedMap<String, T> entries = new TreeMap<>();
        object.properties().forEach(field -> entries.put(field.getKey(), value.apply(field.getValue())));
        return entries;
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(folder + " cannot be listed", failure);
        }
    }

    private static Path folder() {
        try {
            return Path.of(OracleReader.class.getResource("/oracles/README.md").toURI())
                    .resolveSibling("");
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
