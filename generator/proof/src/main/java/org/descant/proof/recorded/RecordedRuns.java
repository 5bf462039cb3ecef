package org.descant.proof.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleCompiler;
import org.descant.grammar.source.SourceText;
import org.descant.harness.recorded.Recordings;
import org.descant.proof.subject.TestedRule;

/** A table of recordings with its rules and files at hand. */
public final class RecordedRuns {
    /** What a schedule is called that the table makes of others. */
    private static final String JOINED = "joined";

    private static final String LIBRARY_TABLE = "META-INF/descant/rules/recordings.txt";

    private final RecordingTable table;
    private final RuleSources sources;

    private RecordedRuns(RecordingTable table, RuleSources sources) {
        this.table = table;
        this.sources = sources;
    }

    /**
     * The table of the library, which stands on the class path.
     *
     * @throws IllegalStateException if it does not
     */
    public static RecordedRuns ofLibrary() {
        ClassLoader loader = RecordedRuns.class.getClassLoader();
        try (InputStream stream = loader.getResourceAsStream(LIBRARY_TABLE)) {
            if (stream == null) {
                throw new IllegalStateException("descant-rules is not on the class path: it has " + LIBRARY_TABLE);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new RecordedRuns(
                    RecordingTable.parse(text, "recordings.txt"),
                    new RuleSources(Descant.compiler(), loader, Optional.empty()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(LIBRARY_TABLE, unreadable);
        }
    }

    /**
     * The table of a project.
     *
     * @throws RecordingTableException if a line of it is not understood
     * @throws UncheckedIOException if it cannot be read
     */
    public static RecordedRuns of(Path table) {
        return of(table, Descant.compiler());
    }

    /**
     * The table of a project, whose rules this compiler takes.
     *
     * @throws RecordingTableException if a line of it is not understood
     * @throws UncheckedIOException if it cannot be read
     */
    public static RecordedRuns of(Path table, RuleCompiler compiler) {
        try {
            return new RecordedRuns(
                    RecordingTable.parse(Files.readString(table), table.toString()),
                    new RuleSources(
                            compiler,
                            RecordedRuns.class.getClassLoader(),
                            Optional.of(table.toAbsolutePath().resolveSibling(""))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(table.toString(), unreadable);
        }
    }

    /** The lines of the table. */
    public RecordingTable table() {
        return table;
    }

    /**
     * The rule and the recording of a line, ready for each other.
     *
     * @throws java.util.NoSuchElementException if the line has no rule
     */
    public RecordedRun run(RecordingRow row) {
        return RecordedRun.of(sources.rule(row.rule().orElseThrow()), sources.recording(row.recording()), row.with());
    }

    /**
     * A recorded schedule, and what the table says that it is: one of the prelude with its parameters set, or some joined to one without
     * any.
     */
    public RecordedRun schedule(String name) {
        String expression = table.schedules().get(name);
        if (expression == null) {
            throw new IllegalArgumentException("the table has no schedule '" + name + "'; it has "
                    + String.join(", ", table.schedules().keySet()));
        }
        Optional<ScheduleCall> call = ScheduleCall.of(expression);
        String text = call.isPresent()
                ? ""
                : "schedule " + JOINED + "(k) = " + expression.replaceAll("\\bt\\b", "(k + 1)") + "\n";
        TestedRule rule = TestedRule.of(Descant.compiler(), new SourceText(name, text))
                .schedule(call.map(ScheduleCall::schedule).orElse(JOINED));
        return RecordedRun.of(
                rule, Recordings.schedule(name), call.map(ScheduleCall::with).orElse(Map.of()));
    }

    /** The names of the recorded schedules that the table says a schedule of this name to be, with other values of its parameters. */
    public List<String> schedules(String schedule) {
        return table.schedules().keySet().stream()
                .filter(name -> call(name)
                        .filter(call -> call.schedule().equals(schedule))
                        .isPresent())
                .toList();
    }

    /**
     * The values of the parameters with which a schedule of this name is a recorded one; none if the table does not say that it is.
     *
     * @param name of a recorded schedule
     */
    public Map<String, String> settings(String schedule, String name) {
        return call(name)
                .filter(call -> call.schedule().equals(schedule))
                .map(ScheduleCall::with)
                .orElse(Map.of());
    }

    private Optional<ScheduleCall> call(String name) {
        return Optional.ofNullable(table.schedules().get(name)).flatMap(ScheduleCall::of);
    }
}
