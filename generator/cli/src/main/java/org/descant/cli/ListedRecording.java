package org.descant.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.descant.harness.ModelTensor;
import org.descant.harness.recorded.AlikeHypers;
import org.descant.harness.recorded.RecordedSchedule;
import org.descant.harness.recorded.Recording;
import org.descant.harness.recorded.Trajectory;

/**
 * A recording as it is listed.
 *
 * @param name what {@code --oracle} calls it
 * @param rule of the library that reproduces it; {@code -} where there is none
 * @param recording what the file holds
 * @param run its steps; of a schedule, with its arguments as hyperparameters
 */
record ListedRecording(String name, String rule, Recording recording, Trajectory run) {
    static final String NONE = "-";

    static ListedRecording of(String name, String rule, Recording recording) {
        Trajectory run = recording.accept(new Recording.Visitor<>() {
            @Override
            public Trajectory visitTrajectory(Trajectory trajectory) {
                return trajectory;
            }

            @Override
            public Trajectory visitSchedule(RecordedSchedule schedule) {
                return schedule.trajectory("schedule", schedule.numbers());
            }
        });
        return new ListedRecording(name, rule, recording, run);
    }

    /** Whether a word occurs in what is known of it, whatever its case. */
    boolean mentions(String word) {
        String text = String.join("\n", name, rule, recording.source()).toLowerCase(Locale.ROOT);
        return text.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The library that made it, and its version or commit, without the call. */
    String maker() {
        String[] words = recording.source().split(" ", 3);
        return words[0].contains("@") || words.length < 2 ? words[0] : words[0] + " " + words[1];
    }

    /** The shapes of the parameters; nothing of a schedule, which has none. */
    String shapes() {
        return tensors().stream()
                .map(tensor -> tensor.shape().isEmpty()
                        ? "1"
                        : tensor.shape().stream().map(String::valueOf).collect(Collectors.joining("×")))
                .collect(Collectors.joining(", "));
    }

    List<ModelTensor> tensors() {
        return run.tensors().equals(List.of(RecordedSchedule.MODEL)) ? List.of() : run.tensors();
    }

    /** Hyperparameters and options, those that have one value written as one: {@code lr = 0.1, beta1 = beta2 = 0.9, amsgrad}. */
    String settings() {
        Set<String> written = new HashSet<>();
        List<String> settings = new ArrayList<>();
        run.hypers().forEach((hyper, value) -> {
            List<String> group = alike().stream()
                    .filter(names -> names.contains(hyper))
                    .findFirst()
                    .orElse(List.of(hyper));
            if (written.addAll(group)) {
                settings.add(
                        String.join(" = ", group) + " = " + Numbers.plain(value) + (changes(hyper) ? " at first" : ""));
            }
        });
        Stream<String> options = run.options().entrySet().stream()
                .filter(option -> !option.getValue().equals("false"))
                .map(ListedRecording::setting);
        return Stream.concat(settings.stream(), options).collect(Collectors.joining(", "));
    }

    private static String setting(Map.Entry<String, String> option) {
        return option.getValue().equals("true") ? option.getKey() : option.getKey() + " = " + option.getValue();
    }

    private boolean changes(String hyper) {
        return run.steps().stream().anyMatch(step -> step.hypers().containsKey(hyper));
    }

    /** Hyperparameters that it cannot tell from each other, since they are the same in every step. */
    List<List<String>> alike() {
        return AlikeHypers.of(run, Map.of());
    }
}
