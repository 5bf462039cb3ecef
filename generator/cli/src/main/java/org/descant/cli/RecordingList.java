package org.descant.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.Descant;
import org.descant.harness.recorded.RecordedSchedule;
import org.descant.harness.recorded.Recordings;
import org.descant.proof.recorded.RecordedRuns;

/** The recordings that come with Descant: for people a table, for machines the format {@code descant-recordings/1}. */
final class RecordingList {
    private final List<ListedRecording> recordings;

    /** @param words only recordings in whose name, rule or source all of them occur */
    RecordingList(RecordedRuns library, List<String> words) {
        Map<String, String> rules = new LinkedHashMap<>();
        library.table()
                .rows()
                .forEach(row -> rules.put(row.recording(), row.rule().orElse(ListedRecording.NONE)));
        library.table()
                .schedules()
                .keySet()
                .forEach(name -> rules.put(RecordedSchedule.FOLDER + name, schedule(library, name)));
        recordings = Recordings.names().stream()
                .map(name -> ListedRecording.of(
                        name, rules.getOrDefault(name, ListedRecording.NONE), Recordings.recording(name)))
                .filter(listed -> words.stream().allMatch(listed::mentions))
                .toList();
        if (recordings.isEmpty()) {
            throw new CallException("no recording has " + String.join(" and ", words) + " in its name, rule or source");
        }
    }

    /** The schedule of the prelude that a recorded one is; some are two of them joined. */
    private static String schedule(RecordedRuns library, String name) {
        String schedule = library.schedule(name).rule().system().name();
        return Descant.schedules().contains(schedule) ? schedule : ListedRecording.NONE;
    }

    /** The lines of a table, and what its last column may leave unclear. */
    List<String> lines() {
        Table table = new Table("recording", "rule", "made by", ">steps", "tensors", "set to");
        recordings.forEach(listed -> table.add(
                listed.name(),
                listed.rule(),
                listed.maker(),
                String.valueOf(listed.run().steps().size()),
                listed.shapes(),
                listed.settings()));
        List<String> lines = new ArrayList<>(table.lines());
        if (recordings.stream().anyMatch(listed -> !listed.alike().isEmpty())) {
            lines.add("");
            lines.add("beta1 = beta2 = 0.9: this recording alone does not show it if a rule takes one for the other");
        }
        return lines;
    }

    /**
     * An object.
     *
     * <pre>
     * format, recordings[]: name, kind (run or schedule), rule (of the library; left out where there is none), source, tolerance, steps,
     *   tensors[]: name, shape[]
     *   hyperparameters{} (of a schedule its arguments), options{}, alike[][] (names that have the same value in every step)
     * </pre>
     */
    String json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode().put("format", "descant-recordings/1");
        ArrayNode all = root.putArray("recordings");
        recordings.forEach(listed -> write(listed, all.addObject()));
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(ListedRecording listed, ObjectNode node) {
        node.put("name", listed.name())
                .put("kind", listed.recording() instanceof RecordedSchedule ? "schedule" : "run");
        if (!listed.rule().equals(ListedRecording.NONE)) {
            node.put("rule", listed.rule());
        }
        node.put("source", listed.recording().source())
                .put("tolerance", listed.recording().tolerance())
                .put("steps", listed.run().steps().size());
        ArrayNode tensors = node.putArray("tensors");
        listed.tensors().forEach(tensor -> {
            ArrayNode shape = tensors.addObject().put("name", tensor.name()).putArray("shape");
            tensor.shape().forEach(shape::add);
        });
        ObjectNode hypers = node.putObject("hyperparameters");
        listed.run().hypers().forEach(hypers::put);
        ObjectNode options = node.putObject("options");
        listed.run().options().forEach((option, value) -> {
            if (value.equals("true") || value.equals("false")) {
                options.put(option, value.equals("true"));
            } else {
                options.put(option, Integer.parseInt(value));
            }
        });
        ArrayNode alike = node.putArray("alike");
        listed.alike().forEach(group -> {
            ArrayNode names = alike.addArray();
            group.forEach(names::add);
        });
    }
}
