package org.descant.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.descant.harness.recorded.RecordedStep;
import org.descant.harness.recorded.Recordings;
import org.descant.harness.recorded.Trajectory;

/**
 * Equations of rules that no run is recorded of, written by hand from their papers in the notation of recorded runs. A file's first line
 * says whose model and gradients they are run on, and with which hyperparameters.
 */
final class HandWritten {
    private static final Path FOLDER = Path.of("src/test/resources/equations");
    private static final Pattern HEAD = Pattern.compile("on (\\S+) with (.+)");

    private HandWritten() {}

    /** The rules there are equations of. */
    static List<String> rules() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("the equations cannot be listed", failure);
        }
    }

    /** What a run of them is given; of the steps, what they came to is that of another rule. */
    static Trajectory given(String rule) {
        List<String> lines = lines(rule);
        Matcher head = HEAD.matcher(lines.get(0));
        if (!head.matches()) {
            throw new IllegalStateException(rule + ".txt does not begin with: on RECORDING with NAME = VALUE, …");
        }
        Map<String, Double> hypers = new LinkedHashMap<>();
        for (String setting : head.group(2).split(", ", -1)) {
            String[] sides = setting.split(" = ", -1);
            hypers.put(sides[0], Double.parseDouble(sides[1]));
        }
        String equations =
                lines.stream().skip(1).filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
        Trajectory model = Recordings.trajectory(head.group(1));
        List<RecordedStep> steps = new ArrayList<>();
        for (RecordedStep step : model.steps()) {
            steps.add(new RecordedStep(Map.of(), step.inputs(), step.evaluations(), step.values(), Map.of()));
        }
        return new Trajectory(
                rule, "", rule, "by hand", equations, model.tolerance(), hypers, Map.of(), model.tensors(), steps);
    }

    private static List<String> lines(String rule) {
        try {
            return Files.readAllLines(FOLDER.resolve(rule + ".txt"));
        } catch (IOException failure) {
            throw new UncheckedIOException(rule + " cannot be read", failure);
        }
    }
}
