package org.descant.harness.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A node of a JSON file that knows where it stands, so that whatever is wrong with it can be said exactly.
 *
 * @param path from the root, {@code $.steps[3].w}
 */
record JsonPlace(String file, String path, JsonNode node) {
    /** The field of that name, which has to be there. */
    JsonPlace field(String name) {
        requireObject();
        JsonNode child = node.get(name);
        if (child == null) {
            throw wrong("the field '" + name + "' is missing: add it");
        }
        return new JsonPlace(file, path + "." + name, child);
    }

    /** The field of that name, or an empty object. */
    JsonPlace optional(String name) {
        requireObject();
        return node.has(name)
                ? field(name)
                : new JsonPlace(file, path + "." + name, JsonNodeFactory.instance.objectNode());
    }

    boolean has(String name) {
        requireObject();
        return node.has(name);
    }

    /** Fails if there are other fields: one that is misspelt must not pass for one that is absent. */
    void allow(String... names) {
        requireObject();
        Set<String> known = Set.of(names);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw wrong("there is no field '" + name + "' in this format; it has " + String.join(", ", names)
                        + ": correct the name, or take it out");
            }
        });
    }

    String text() {
        if (!node.isTextual()) {
            throw wrong("a string is expected, not " + kind());
        }
        return node.textValue();
    }

    double number() {
        if (!node.isNumber()) {
            throw wrong("a number is expected, not " + kind());
        }
        double number = node.doubleValue();
        if (!Double.isFinite(number)) {
            throw wrong("the number is beyond what a double can hold");
        }
        return number;
    }

    int length() {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw wrong("a length is expected, an integer that is not negative, not " + kind());
        }
        return node.intValue();
    }

    /** {@code true}, {@code false} or an integer, as text. */
    String choice() {
        if (!node.isBoolean() && !node.isIntegralNumber()) {
            throw wrong("true, false or an integer is expected, not " + kind());
        }
        return node.asText();
    }

    /** A list of numbers. */
    double[] numbers() {
        if (!node.isArray()) {
            throw wrong("a list is expected, not " + kind());
        }
        double[] numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode element = node.get(i);
            numbers[i] = element.doubleValue();
            if (!element.isNumber() || !Double.isFinite(numbers[i])) {
                numbers[i] = new JsonPlace(file, path + "[" + i + "]", element).number();
            }
        }
        return numbers;
    }

    /** A list of so many numbers. */
    double[] numbers(int length, String reason) {
        double[] numbers = numbers();
        if (numbers.length != length) {
            throw wrong("there are " + numbers.length + " numbers, but " + reason + " has " + length
                    + ": correct the list or the shape");
        }
        return numbers;
    }

    List<JsonPlace> elements() {
        if (!node.isArray()) {
            throw wrong("a list is expected, not " + kind());
        }
        List<JsonPlace> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new JsonPlace(file, path + "[" + i + "]", node.get(i)));
        }
        return elements;
    }

    /** The fields of an object, in the order of the file. */
    <T> Map<String, T> entries(Function<JsonPlace, T> value) {
        Map<String, T> entries = new LinkedHashMap<>();
        forEach((name, place) -> entries.put(name, value.apply(place)));
        return entries;
    }

    void forEach(BiConsumer<String, JsonPlace> action) {
        requireObject();
        node.properties()
                .forEach(field -> action.accept(
                        field.getKey(), new JsonPlace(file, path + "." + field.getKey(), field.getValue())));
    }

    RecordingException wrong(String what) {
        return new RecordingException(file + ": " + path + ": " + what);
    }

    private void requireObject() {
        if (!node.isObject()) {
            throw wrong("an object is expected, not " + kind());
        }
    }

    private String kind() {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "the string \"" + shortened(node.asText()) + "\"";
            case NUMBER -> "the number " + node.asText();
            case BOOLEAN -> node.asText();
            case NULL -> "null";
            case MISSING -> "nothing";
        };
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
