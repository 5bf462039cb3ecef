package org.descant.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.descant.compiler.build.SourceFiles;
import org.descant.harness.recorded.RecordingException;
import org.descant.harness.report.HtmlReport;
import org.descant.harness.report.JsonReport;
import org.descant.harness.report.Report;
import org.descant.harness.report.TextReport;
import org.descant.proof.recorded.RecordedRuns;
import org.descant.proof.recorded.RecordingMismatchException;
import org.descant.proof.validate.Validation;
import org.descant.proof.validate.Validator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code descant validate}: whether rules are what they say they are. */
@Command(
        name = "validate",
        description = {
            "Holds each RULE, optimizer or schedule, against recorded runs of other libraries, and its back ends against each other.",
            "Without a RULE, the whole library, and all recorded runs and schedules that come with Descant."
        },
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "RULE", description = RuleArgument.DESCRIPTION_WITH_SCHEDULES)
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--oracle",
            paramLabel = "FILE",
            description =
                    "A recorded run that the rule is to reproduce, or a recorded schedule that the schedule is to give: a file, or the"
                            + " name of one that comes with Descant (seed000-adam, schedules/cosine-torch). Its hyperparameters and options, or"
                            + " arguments, are set by name. Without it, the recordings that the library's table names.")
    private List<String> oracles = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "OTHER",
            description = "Another rule: are the two the same? If not, the smallest case that shows it.")
    private List<String> others = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "A hyperparameter of the rule or a parameter of the schedule, in place of the recorded value; VALUE is a number,"
                            + " or what the recording calls it (--set lr=alpha).")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--option",
            paramLabel = "NAME=VALUE",
            description = "An option of the rule, in place of the recorded one.")
    private List<String> options = new ArrayList<>();

    @Option(
            names = "--mutants",
            description =
                    "Holds copies of each RULE with one mistake each against its recorded runs, too, and shows those that"
                            + " reproduce them all the same.")
    private boolean mutants;

    @Option(
            names = "--list",
            description =
                    "Lists the recordings that come with Descant: which rule of the library reproduces each, who made it, and with"
                            + " what; with words in place of RULE, those that have them in their name, rule or source.")
    private boolean list;

    @Option(
            names = "--json",
            description = "Prints the report as JSON, in the format descant-report/1; a list as descant-recordings/1.")
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
        if (list) {
            return list();
        }
        if (mutants && (json || rules.isEmpty())) {
            throw new CallException("--mutants needs a RULE, and is not for --json");
        }
        try {
            return validate();
        } catch (RecordingException | RecordingMismatchException wrong) {
            throw new CallException(String.valueOf(wrong.getMessage()));
        }
    }

    private int validate() {
        Optional<ValidationPlan> plan = plan();
        html.ifPresent(SourceFiles::prepare);
        Report report = report(plan);
        html.ifPresent(file -> SourceFiles.write(Map.of(file, HtmlReport.of(report))));
        terminal.out().println(json ? JsonReport.of(report) : TextReport.of(report));
        if (mutants && report.isGood()) {
            plan.ifPresent(each -> each.mutants().forEach(text -> terminal.out().println("\n" + text)));
        }
        return report.isGood() ? ExitCode.GOOD : ExitCode.RULE;
    }

    private int list() {
        if (!oracles.isEmpty()
                || !others.isEmpty()
                || !settings.isEmpty()
                || !options.isEmpty()
                || mutants
                || html.isPresent()) {
            throw new CallException("--list only takes words to look for, and --json");
        }
        RecordingList recordings = new RecordingList(RecordedRuns.ofLibrary(), rules);
        if (json) {
            terminal.out().println(recordings.json());
        } else {
            recordings.lines().forEach(terminal.out()::println);
        }
        return ExitCode.GOOD;
    }

    /** What is to be checked of the rules, which are read here; nothing where the whole library is. */
    private Optional<ValidationPlan> plan() {
        if (!rules.isEmpty()) {
            return Optional.of(new ValidationPlan(workshop, rules, oracles, others, with()));
        }
        if (!oracles.isEmpty() || !others.isEmpty() || !settings.isEmpty() || !options.isEmpty()) {
            throw new CallException("--oracle, --against, --set and --option need a RULE that they are for");
        }
        return Optional.empty();
    }

    private Report report(Optional<ValidationPlan> plan) {
        Validation validation = new Validation(new Validator());
        plan.ifPresentOrElse(each -> each.addTo(validation), () -> validation.table(RecordedRuns.ofLibrary()));
        String title = plan.isPresent() ? String.join(", ", validation.rules()) : "the library";
        TaskLine line = new TaskLine(terminal);
        Report report = validation.run(title, line);
        line.wipe();
        return report;
    }

    private Map<String, String> with() {
        Map<String, String> with = new LinkedHashMap<>();
        for (String setting : settings) {
            Assignment assignment = Assignment.parse("--set", setting);
            boolean isName = assignment.value().matches("[\\p{L}_][\\p{L}\\p{N}_]*")
                    && !assignment.value().equals("inf");
            with.put(assignment.name(), isName ? assignment.value() : String.valueOf(assignment.number()));
        }
        for (String option : options) {
            Assignment assignment = Assignment.parse("--option", option);
            with.put(assignment.name(), assignment.value());
        }
        return with;
    }
}
