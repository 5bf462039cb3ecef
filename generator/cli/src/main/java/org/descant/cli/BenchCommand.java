package org.descant.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.descant.compiler.Compilation;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.build.SourceFiles;
import org.descant.runtime.ElementType;
import org.descant.speed.SpeedMeasurement;
import org.descant.speed.twin.Gcc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code descant bench}: how fast rules run on this machine, and how fast they could. */
@Command(
        name = "bench",
        description = {
            "Measures how fast each RULE runs here, and how fast it could.",
            "That is the step on one thread: the time for each parameter, beside what memory allows, beside the same"
                    + " equations in C where there is a compiler (Debian: gcc), beside the same Java without vector"
                    + " instructions, and what its vector form brings in a JVM with the Vector API.",
            "On a machine that does other work at the same time the numbers say little."
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    /** In the cache of one core, and in memory. */
    private static final List<Long> ELEMENTS = List.of(16_384L, 4_194_304L);

    /** So many rules take so long that it is said what happens. */
    private static final int MANY = 5;

    static final String ONLY_TIMES = "--only-times";
    static final String ONLY_VECTORS = "--only-vectors";

    private static final double GIGABYTE = 1e9;
    private static final int FEWEST = 256;
    private static final int MOST = 1 << 28;

    @Parameters(arity = "0..*", paramLabel = "RULE", description = RuleArgument.DESCRIPTION)
    private List<String> rules = new ArrayList<>();

    @Option(names = "--library", description = "All rules of the library, instead of some.")
    private boolean library;

    @Option(
            names = "--elements",
            paramLabel = "N",
            description = "Parameters of the model, one square matrix; may be given several times (16384, 4194304).")
    private List<Long> elements = new ArrayList<>();

    @Option(names = "--double", description = "Parameters of type double, not float.")
    private boolean isDouble;

    @Option(
            names = "--relaxed",
            description = "Let the compiler change last bits where that saves time; the C does so, too.")
    private boolean isRelaxed;

    @Option(names = "--option", paramLabel = "NAME=VALUE", description = Choices.DESCRIPTION)
    private List<String> options = new ArrayList<>();

    @Option(names = "--no-c", description = "Without C.")
    private boolean withoutC;

    @Option(
            names = "--no-other-runs",
            description =
                    "Without the runs in other JVMs, which say what vector instructions and the Vector API bring, and"
                            + " of which each takes as long as this one.")
    private boolean withoutOthers;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the numbers to a file, too.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--markdown", paramLabel = "FILE", description = "Writes the table to a file, in Markdown.")
    private Optional<Path> markdown = Optional.empty();

    /** For {@link OtherRun}, whose process does nothing else: only the times, a line for each rule. */
    @Option(names = ONLY_TIMES, hidden = true)
    private boolean onlyTimes;

    /** Likewise: only what vector forms bring. */
    @Option(names = ONLY_VECTORS, hidden = true)
    private boolean onlyVectors;

    private final Terminal terminal;
    private final Workshop workshop;

    BenchCommand(Terminal terminal, Workshop workshop) {
        this.terminal = terminal;
        this.workshop = workshop;
    }

    @Override
    public Integer call() {
        if (rules.isEmpty() != library) {
            throw new CallException("bench takes either rules or --library, which is all that the library has");
        }
        List<String> arguments = library ? List.copyOf(workshop.library().names()) : rules;
        List<Integer> sides = sides();
        List<ChosenRule> chosen = workshop.choose(arguments);
        List<RuleCompiler> compilers = compilers(chosen);
        List<Compilation> compilations = compilations(chosen, compilers);
        if (onlyTimes || onlyVectors) {
            print(compilations, sides.get(0));
            return ExitCode.GOOD;
        }
        // What has been measured for minutes should not be lost in the end.
        Stream.of(json, markdown).flatMap(Optional::stream).forEach(SourceFiles::prepare);
        Optional<Gcc> gcc = gcc();
        OtherTimes others = withoutOthers ? OtherTimes.NONE : others(arguments, sides.get(0), chosen.size());
        BenchTable table = new BenchTable(chosen, gcc.isPresent());
        table.head().forEach(terminal.out()::println);
        List<SpeedMeasurement> measurements = sides.stream()
                .map(side -> new SpeedMeasurement(type(), side, gcc))
                .toList();
        compilations.forEach(rule -> measure(rule, measurements, others, table));
        table.notes().forEach(terminal.out()::println);
        Map<Path, String> files = new LinkedHashMap<>();
        json.ifPresent(file -> files.put(file, table.json()));
        markdown.ifPresent(file -> files.put(file, table.markdown(type().javaName())));
        SourceFiles.write(files);
        return ExitCode.GOOD;
    }

    private OtherTimes others(List<String> arguments, int side, int rules) {
        if (rules > MANY) {
            terminal.say("first " + rules
                    + " rules without vector instructions, then with the Vector API, a few seconds each");
        }
        List<String> again = again(arguments, side);
        return new OtherTimes(
                OtherRun.scalar(terminal).lines(again),
                OtherRun.withVectors(terminal).lines(again));
    }

    private List<RuleCompiler> compilers(List<ChosenRule> chosen) {
        List<RuleCompiler> compilers = new Choices(options).compilers(chosen);
        return isRelaxed ? compilers.stream().map(RuleCompiler::relaxed).toList() : compilers;
    }

    private Optional<Gcc> gcc() {
        if (withoutC) {
            return Optional.empty();
        }
        return Gcc.find(missing -> terminal.say("without C: " + missing));
    }

    /** @param others what rules take in other JVMs in the first of the measurements */
    private void measure(Compilation rule, List<SpeedMeasurement> measurements, OtherTimes others, BenchTable table) {
        for (SpeedMeasurement measurement : measurements) {
            boolean isFirst = measurement.equals(measurements.get(0));
            measured(rule, measurement, () -> measurement.measure(rule)).ifPresent(speed -> {
                terminal.out().println(table.row(speed, isFirst ? others : OtherTimes.NONE));
                terminal.out().flush();
            });
        }
    }

    /** Nothing, which is said, where the rule needs more memory than there is. */
    private <T> Optional<T> measured(Compilation rule, SpeedMeasurement measurement, Supplier<T> result) {
        try {
            return Optional.of(result.get());
        } catch (OutOfMemoryError tooLarge) {
            terminal.say(String.format(
                    Locale.ROOT,
                    "%s of %,d parameters needs more memory than a heap of %.1f GB",
                    name(rule),
                    measurement.elements(),
                    Runtime.getRuntime().maxMemory() / GIGABYTE));
            return Optional.empty();
        }
    }

    private static String name(Compilation rule) {
        return rule.rewrittenSystem().orElseThrow().name();
    }

    private void print(List<Compilation> compilations, int side) {
        SpeedMeasurement measurement = new SpeedMeasurement(type(), side, Optional.empty());
        for (Compilation rule : compilations) {
            measured(rule, measurement, () -> onlyVectors ? gain(rule, measurement) : time(rule, measurement))
                    .ifPresent(words -> {
                        terminal.out().println(name(rule) + " " + String.join(" ", words));
                        terminal.out().flush();
                    });
        }
    }

    private static List<String> time(Compilation rule, SpeedMeasurement measurement) {
        return List.of("" + measurement.measure(rule).nanos());
    }

    private static List<String> gain(Compilation rule, SpeedMeasurement measurement) {
        return OtherTimes.Gain.words(
                measurement.vectors(rule).map(ratio -> new OtherTimes.Gain(ratio.otherNanos(), ratio.ratio())));
    }

    /** All of them, so that what is wrong is said before anything is measured. */
    private List<Compilation> compilations(List<ChosenRule> chosen, List<RuleCompiler> compilers) {
        List<Compilation> compilations = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            Compilation compilation = chosen.get(i).run(compilers.get(i), "compile");
            Workshop.throwIfWrong(compilation.diagnostics());
            workshop.reportOnce(compilation.diagnostics());
            compilations.add(compilation);
        }
        return compilations;
    }

    private ElementType type() {
        return isDouble ? ElementType.DOUBLE : ElementType.FLOAT;
    }

    /** The sides of squares of so many elements or a few less. */
    private List<Integer> sides() {
        List<Integer> sides = new ArrayList<>();
        for (long number : elements.isEmpty() ? ELEMENTS : elements) {
            if (number < FEWEST || number > MOST) {
                throw new CallException("--elements takes a number from " + FEWEST + " to " + MOST + ", not " + number);
            }
            sides.add((int) Math.sqrt((double) number));
        }
        return sides;
    }

    /** The same call, for the times alone; none where standard input is read, which is gone then. */
    private List<String> again(List<String> arguments, int side) {
        if (arguments.contains("-")) {
            return List.of();
        }
        List<String> call = new ArrayList<>(List.of("--elements", "" + side * side));
        if (isDouble) {
            call.add("--double");
        }
        if (isRelaxed) {
            call.add("--relaxed");
        }
        options.forEach(option -> call.addAll(List.of("--option", option)));
        call.addAll(arguments);
        return call;
    }
}
