package org.descant.harness.recorded;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads recordings, or says what is wrong with them. */
public final class RecordingReader {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private static final String SCHEDULE = "descant-schedule/1";

    static final String RUN = "descant-oracle/1";

    private static final String WANTED = "give a file of the format " + RUN + " or " + SCHEDULE;

    private static final Pattern NO_NUMBER = Pattern.compile("Non-standard token '(-?\\w+)'.*");

    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'.*");

    private RecordingReader() {}

    /**
     * The run that a file holds.
     *
     * @throws RecordingException if it cannot be read
     */
    public static Trajectory trajectory(Path file) {
        return TrajectoryParser.parse(tree(file), stem(file.toString()));
    }

    /**
     * The run or the schedule that a file holds.
     *
     * @throws RecordingException if it cannot be read
     */
    public static Recording recording(Path file) {
        return recording(tree(file), stem(file.toString()));
    }

    /**
     * The schedule that a file holds.
     *
     * @throws RecordingException if it cannot be read
     */
    public static RecordedSchedule schedule(Path file) {
        return schedule(tree(file), stem(file.toString()));
    }

    /** The run that a stream holds, which messages call by this name; the stream is for the caller to close. */
    static Trajectory trajectory(InputStream stream, String name) {
        return TrajectoryParser.parse(tree(stream, name), stem(name));
    }

    static RecordedSchedule schedule(InputStream stream, String name) {
        return schedule(tree(stream, name), stem(name));
    }

    private static Recording recording(JsonPlace root, String name) {
        String format = root.field("format").text();
        return switch (format) {
            case RUN -> TrajectoryParser.parse(root, name);
            case SCHEDULE -> schedule(root, name);
            default -> throw root.field("format").wrong("there is no format '" + format + "': " + WANTED);
        };
    }

    private static RecordedSchedule schedule(JsonPlace root, String name) {
        requireFormat(root, SCHEDULE);
        root.allow("format", "case", "catalogue", "source", "equations", "tolerance", "args", "base", "values");
        return new RecordedSchedule(
                name,
                root.field("catalogue").text(),
                root.field("source").text(),
                root.field("equations").text(),
                tolerance(root),
                root.optional("args").entries(place -> place.node().toString()),
                root.field("base").number(),
                root.field("values").elements().stream().map(JsonPlace::number).collect(Collectors.toList()));
    }

    static void requireFormat(JsonPlace root, String format) {
        String given = root.field("format").text();
        if (!given.equals(format)) {
            throw root.field("format")
                    .wrong("this is a file of the format '" + given + "', but one of the format '" + format
                            + "' is wanted: give another file");
        }
    }

    static double tolerance(JsonPlace root) {
        double tolerance = root.field("tolerance").number();
        if (tolerance < 0) {
            throw root.field("tolerance").wrong("a tolerance is not negative: " + tolerance);
        }
        return tolerance;
    }

    private static JsonPlace tree(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return tree(stream, file.toString());
        } catch (NoSuchFileException absent) {
            throw new RecordingException(file + ": there is no such file: give the path of a recording", absent);
        } catch (IOException unreadable) {
            throw new RecordingException(file + ": the file cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static JsonPlace tree(InputStream stream, String name) {
        try {
            JsonNode root = JSON.readTree(stream);
            if (root.isMissingNode()) {
                throw new RecordingException(name + ": the file is empty: " + WANTED);
            }
            return new JsonPlace(name, "$", root);
        } catch (JsonProcessingException broken) {
            throw new RecordingException(
                    name + ":" + broken.getLocation().getLineNr() + ":"
                            + broken.getLocation().getColumnNr() + ": this is not JSON: "
                            + reason(broken)
                            + WANTED,
                    broken);
        } catch (IOException unreadable) {
            throw new RecordingException(name + ": the file cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** What is wrong, where it can be said in a few words; nothing of what the parser says of itself. */
    private static String reason(JsonProcessingException broken) {
        String message = broken.getOriginalMessage().lines().findFirst().orElse("");
        if (message.startsWith("Unexpected end-of-input")) {
            return "the text ends too early: ";
        }
        Matcher noNumber = NO_NUMBER.matcher(message);
        if (noNumber.matches()) {
            return noNumber.group(1) + " is no number of JSON, and a recording has none: ";
        }
        Matcher twice = TWICE.matcher(message);
        return twice.matches() ? "the field '" + twice.group(1) + "' is given twice: " : "";
    }

    private static String stem(String path) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return file.endsWith(".json") ? file.substring(0, file.length() - ".json".length()) : file;
    }
}
