package org.descant.proof.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.descant.harness.recorded.Recording;
import org.descant.harness.report.Report;
import org.descant.harness.report.ReportRow;
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
        RecordedRun run = RecordedRun.of(rule, recording, with);
        tasks.add(new Task(name, run.trajectory().name(), () -> work(name, run)));
    }

    /** Adds a rule or a schedule beside a recording. */
    public void recorded(RecordedRun run) {
        String name = run.rule().system().name();
        tasks.add(new Task(name, run.trajectory().name(), () -> work(name, run)));
    }

    private Work work(String name, RecordedRun run) {
        return new Work(Optional.of(run.rule()), name, true, shown -> validator.recorded(shown, run));
    }

    /** Adds a rule whose back ends are to agree, whatever it computes. */
    public void alone(String name, TestedRule rule) {
        tasks.add(new Task(
                name,
                ReportRow.ITSELF,
                () -> new Work(Optional.of(rule), name, true, shown -> validator.alone(shown, rule))));
    }

    /** Adds the question whether two rules are the same. */
    public void against(String name, TestedRule rule, String other, TestedRule otherRule) {
        boolean namesakes = name.equals(other);
        tasks.add(new Task(name, other, () -> {
            boolean apart = namesakes && !Work.file(rule).equals(Work.file(otherRule));
            return new Work(
                    Optional.of(rule),
                    name,
                    false,
                    shown -> Validator.against(
                            apart ? Work.inFile(name, rule) : shown,
                            rule,
                            apart ? Work.inFile(other, otherRule) : other,
                            otherRule));
        }));
    }

    /** The names of all rules that were added. */
    public Set<String> rules() {
        Set<String> names = new LinkedHashSet<>();
        tasks.forEach(task -> names.add(task.rule()));
        return names;
    }

    /** Makes all checks, on all processors; the rows stand in the order in which they were added. */
    public Report run(String title, Progress progress) {
        List<Work> works = tasks.parallelStream().map(task -> task.work().get()).toList();
        validator.compileAhead(works.stream()
                .filter(Work::generated)
                .flatMap(work -> work.rule().stream())
                .toList());
        Map<String, Set<String>> files = new HashMap<>();
        works.forEach(work -> work.rule().ifPresent(rule -> files.computeIfAbsent(work.name(), none -> new HashSet<>())
                .add(Work.file(rule))));
        AtomicInteger done = new AtomicInteger();
        return new Report(
                title,
                IntStream.range(0, works.size())
                        .parallel()
                        .mapToObj(place -> {
                            progress.begins(tasks.get(place), done.getAndIncrement(), tasks.size());
                            Work work = works.get(place);
                            return work.row().apply(shown(work, files));
                        })
                        .toList());
    }

    /** Two rules of one name that come from two files are told apart by these. */
    private static String shown(Work work, Map<String, Set<String>> files) {
        return work.rule()
                .filter(rule -> files.getOrDefault(work.name(), Set.of()).size() > 1)
                .map(rule -> Work.inFile(work.name(), rule))
                .orElse(work.name());
    }

    private void add(RecordedRuns runs, RecordingRow row) {
        Optional<String> rule = row.rule();
        if (rule.isPresent()) {
            String name = ruleName(row);
            tasks.add(new Task(name, row.recording(), () -> {
                RecordedRun run = runs.run(row);
                return work(run.rule().system().name(), run);
            }));
        } else {
            tasks.add(new Task(
                    "-",
                    row.recording(),
                    () -> new Work(
                            Optional.empty(),
                            "-",
                            false,
                            shown -> Validator.missing(
                                    row.recording(), row.needs().orElseThrow()))));
        }
    }

    /** What stands behind the colon of a file, or the file. */
    private static String ruleName(RecordingRow row) {
        String rule = row.rule().orElseThrow();
        return rule.substring(rule.lastIndexOf(':') + 1);
    }
}
