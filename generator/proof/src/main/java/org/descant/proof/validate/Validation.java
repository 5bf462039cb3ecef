package org.descant.proof.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.descant.harness.recorded.Recording;
import org.descant.harness.report.Report;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.recorded.RecordingRow;
import org.descant.proof.subject.TestedRule;

/** A list of things to check, and the report that comes of it. */
public final class Validation {
    private final Validator validator;
    private final List<Task> tasks = new ArrayList<>();

    public Validation(Validator validator) {
        this.validator = validator;
    }

    /** Told how far a validation has come. */
    public interface Progress {
        /** Something is begun; called by several threads. */
        void begins(Task task, int done, int all);
    }

    /** Adds every line of a table, schedules too. */
    public Validation table(RecordedRuns runs) {
        List<RecordingRow> rows = runs.table().rows().stream()
                .sorted(Comparator.comparing((RecordingRow row) ->
                                row.rule().isEmpty() ? "\uffff" : ruleName(row).toLowerCase(Locale.ROOT))
                        .thenComparing(RecordingRow::recording))
                .toList();
        rows.forEach(row -> add(runs, row));
        runs.table().schedules().keySet().forEach(name -> recorded(runs.schedule(name)));
        return this;
    }

    /** Adds the lines of a table that name a schedule; gives whether there are any. */
    public boolean schedules(RecordedRuns runs, String schedule) {
        List<String> names = runs.schedules(schedule);
        names.forEach(name -> recorded(runs.schedule(name)));
        return !names.isEmpty();
    }

    /** Adds the lines of a table that name a rule; gives whether there are any. */
    public boolean table(RecordedRuns runs, String rule) {
        List<RecordingRow> rows = runs.table().rows().stream()
                .filter(row -> row.rule().isPresent() && ruleName(row).equalsIgnoreCase(rule))
                .toList();
        rows.forEach(row -> add(runs, row));
        return !rows.isEmpty();
    }

    /**
     * Adds a rule beside a recording.
     *
     * @param with values of hyperparameters or options, or the recording's names, by the names of the rule
     */
    public void recorded(String name, TestedRule rule, Recording recording, Map<String, String> with) {
        recorded(RecordedRun.of(rule, recording, with));
    }

    /** Adds a rule or a schedule beside a recording. */
    public void recorded(RecordedRun run) {
        String name = run.rule().system().name();
        tasks.add(new Task(name, run.trajectory().name(), () -> validator.recorded(name, run)));
    }

    /** Adds a rule whose back ends are to agree, whatever it computes. */
    public void alone(String name, TestedRule rule) {
        tasks.add(new Task(name, "itself", () -> validator.alone(name, rule)));
    }

    /** Adds the question whether two rules are the same. */
    public void against(String name, TestedRule rule, String other, TestedRule otherRule) {
        tasks.add(new Task(name, other, () -> Validator.against(name, rule, other, otherRule)));
    }

    /** The names of all rules that were added. */
    public Set<String> rules() {
        Set<String> names = new LinkedHashSet<>();
        tasks.forEach(task -> names.add(task.rule()));
        return names;
    }

    /** Makes all checks, on all processors; the rows stand in the order in which they were added. */
    public Report run(String title, Progress progress) {
        AtomicInteger done = new AtomicInteger();
        return new Report(
                title,
                tasks.parallelStream()
                        .map(task -> {
                            progress.begins(task, done.getAndIncrement(), tasks.size());
                            return task.work().get();
                        })
                        .toList());
    }

    private void add(RecordedRuns runs, RecordingRow row) {
        Optional<String> rule = row.rule();
        if (rule.isPresent()) {
            String name = ruleName(row);
            tasks.add(new Task(name, row.recording(), () -> validator.recorded(name, runs.run(row))));
        } else {
            tasks.add(new Task(
                    "-",
                    row.recording(),
                    () -> Validator.missing(row.recording(), row.needs().orElseThrow())));
        }
    }

    /** What stands behind the colon of a file, or the file. */
    private static String ruleName(RecordingRow row) {
        String rule = row.rule().orElseThrow();
        return rule.substring(rule.lastIndexOf(':') + 1);
    }
}
