package org.descant.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.descant.compiler.Descant;
import org.descant.compiler.build.FileProblem;
import org.descant.harness.recorded.RecordingException;
import org.descant.harness.recorded.RecordingReader;
import org.descant.harness.recorded.Recordings;
import org.descant.harness.recorded.Trajectory;
import org.descant.harness.report.HtmlReport;
import org.descant.harness.report.JsonReport;
import org.descant.harness.report.Report;
import org.descant.harness.report.TextReport;
import org.descant.proof.mutation.KnownSurvivors;
import org.descant.proof.mutation.MutationRun;
import org.descant.proof.mutation.Trial;
import org.descant.proof.recorded.RecordedRun;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.recorded.RecordingMismatchException;
import org.descant.proof.subject.TestedRule;
import org.descant.proof.validate.Validation;
import org.descant.proof.validate.Validator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code descant validate}: whether rules are what they say they are. */
@Command(
        name = "validate",
        description = {
            "Holds each RULE against recorded runs of other libraries, and its back ends against each other.",
            "Without a RULE, the whole library, and all recorded runs and schedules that come with Descant."
        },
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "RULE", description = RuleArgument.DESCRIPTION)
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--oracle",
            paramLabel = "FILE",
            description = {
                "A recorded run that the rule is to reproduce: a file, or the name of one that comes with Descant (seed000-adam).",
                "Its hyperparameters and options are set on the rule by name. Without it, the runs that the library's table names."
            })
    private List<String> oracles = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "OTHER",
            description = "Another rule: are the two the same? If not, the smallest case that shows it.")
    private List<String> others = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A hyperparameter of the rule, in place of the recorded value.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--option",
            paramLabel = "NAME=VALUE",
            description = "An option of the rule, in place of the recorded one.")
    private List<String> options = new ArrayList<>();

    @Option(
            names = "--mutants",
            description = {
                "Holds copies of each RULE with one mistake each against its recorded runs, too, and shows those that",
                "reproduce them all the same."
            })
    private boolean mutants;

    @Option(names = "--json", description = "Prints the report as JSON, in the format descant-report/1.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes the report as a page of HTML, too.")
    private Optional<Path> html = Optional.empty();

    private final Terminal terminal;
    private final Workshop workshop;

    ValidateCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Override
    public Integer call() {
        if (mutants && (json || rules.isEmpty())) {
            throw new CallException("--mutants needs a RULE, and is not for --json");
        }
        Report report = validate();
        html.ifPresent(file -> write(file, HtmlReport.of(report)));
        terminal.out().println(json ? JsonReport.of(report) : TextReport.of(report));
        if (mutants && report.isGood()) {
            workshop.choose(rules).forEach(this::showMutants);
        }
        return report.isGood() ? ExitCode.GOOD : ExitCode.RULE;
    }

    private Report validate() {
        try {
            Validation validation = new Validation(new Validator());
            String title = plan(validation);
            TaskLine line = new TaskLine(terminal);
            Report report = validation.run(title, line);
            line.wipe();
            return report;
        } catch (RecordingException | RecordingMismatchException wrong) {
            throw new CallException(String.valueOf(wrong.getMessage()));
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new CallException(file + " cannot be written: " + FileProblem.of(unwritable));
        }
    }

    private String plan(Validation validation) {
        RecordedRuns library = RecordedRuns.ofLibrary();
        if (rules.isEmpty()) {
            if (!oracles.isEmpty() || !others.isEmpty() || !settings.isEmpty() || !options.isEmpty()) {
                throw new CallException("--oracle, --against, --set and --option need a RULE that they are for");
            }
            validation.table(library);
            return "the library";
        }
        Map<String, String> with = with();
        for (ChosenRule chosen : workshop.choose(rules)) {
            add(validation, library, chosen, with);
        }
        return String.join(", ", validation.rules());
    }

    private void add(Validation validation, RecordedRuns library, ChosenRule chosen, Map<String, String> with) {
        TestedRule rule = tested(chosen);
        String name = rule.system().name();
        for (String oracle : oracles) {
            validation.recorded(name, rule, recording(oracle), with);
        }
        for (ChosenRule other : workshop.choose(others)) {
            TestedRule otherRule = tested(other);
            validation.against(name, rule, otherRule.system().name(), otherRule);
        }
        if (!oracles.isEmpty() || !others.isEmpty()) {
            return;
        }
        if (!with.isEmpty()) {
            throw new CallException("--set and --option change what a recorded run sets: name the run with --oracle");
        }
        boolean ofLibrary = chosen.argument().file().isEmpty()
                && workshop.library().find(name).isPresent();
        if (!ofLibrary || !validation.table(library, name)) {
            validation.alone(name, rule);
        }
    }

    private void showMutants(ChosenRule chosen) {
        TestedRule rule = tested(chosen);
        String name = rule.system().name();
        Map<String, String> with = with();
        List<Trial> trials = new ArrayList<>();
        oracles.forEach(oracle -> trials.add(Trial.of(RecordedRun.of(rule, recording(oracle), with))));
        if (oracles.isEmpty() && chosen.argument().file().isEmpty()) {
            RecordedRuns library = RecordedRuns.ofLibrary();
            library.table().rows().stream()
                    .filter(row -> row.rule().filter(name::equals).isPresent())
                    .forEach(row -> trials.add(Trial.of(library.run(row))));
        }
        terminal.out()
                .println("\n"
                        + (trials.isEmpty()
                                ? name + ": no mutants, since there is no recorded run; name one with --oracle"
                                : MutationRun.of(trials, KnownSurvivors.NONE).text()));
    }

    private static TestedRule tested(ChosenRule chosen) {
        TestedRule rule = chosen.argument()
                .file()
                .map(file -> TestedRule.of(Descant.compiler(), file))
                .orElseGet(() ->
                        TestedRule.of(Descant.compiler(), chosen.argument().source()));
        return chosen.name().map(rule::rule).orElse(rule);
    }

    private static Trajectory recording(String oracle) {
        if (Recordings.trajectories().contains(oracle)) {
            return Recordings.trajectory(oracle);
        }
        Path file = Path.of(oracle);
        if (oracle.matches("[A-Za-z0-9_-]+") && !Files.exists(file)) {
            String hint = ClosestName.to(oracle, Recordings.trajectories())
                    .map(name -> "did you mean '" + name + "'?")
                    .orElse("give the path of a file or, for example, seed000-adam");
            throw new CallException("no recording '" + oracle + "' comes with Descant; " + hint);
        }
        return RecordingReader.trajectory(file);
    }

    private Map<String, String> with() {
        Map<String, String> with = new LinkedHashMap<>();
        for (String setting : settings) {
            Assignment assignment = Assignment.parse("--set", setting);
            with.put(assignment.name(), String.valueOf(assignment.number()));
        }
        for (String option : options) {
            Assignment assignment = Assignment.parse("--option", option);
            with.put(assignment.name(), assignment.value());
        }
        return with;
    }
}
